package io.innkeeper.infrastructure;

import static io.innkeeper.caller.Role.ADMIN;

import io.innkeeper.client.EnvironmentBundleImport;
import io.innkeeper.client.EnvironmentBundleView;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Several environments in one file: {@code /api/v1/environment-bundle}. */
public final class BundleResource {
  private static final String ALL = "/api/v1/environment-bundle";

  private final EnvironmentPath path;
  private final Bundles bundles;

  public BundleResource(Environments environments, Bundles bundles) {
    this.path = new EnvironmentPath(environments);
    this.bundles = bundles;
  }

  public void hang(Routes routes) {
    routes
        .api(
            "GET",
            ALL,
            ADMIN,
            "Several environments in one file, without any secret.",
            byte[].class,
            this::file)
        .query("format", "json, or yaml.")
        .query("environments", "Their names or ids, with commas between; all when absent.")
        .answering("application/json");
    routes
        .api(
            "POST",
            ALL,
            ADMIN,
            "Takes several environments from one file, all or none: new ones are added, those that"
                + " there are changed; ?dry-run=true only tells of each.",
            EnvironmentBundleImport.class,
            EnvironmentBundleView.class,
            this::take)
        .dryRun(EnvironmentBundleView.class);
  }

  private Reply file(Call call) {
    List<String> names =
        Arrays.stream(call.query("environments").orElse("").split(","))
            .map(String::strip)
            .filter(name -> !name.isEmpty())
            .toList();
    boolean yaml = call.query("format").filter("yaml"::equals).isPresent();
    String text = BundleFile.text(path.picked(names), yaml, one -> Map.of());
    return Reply.text(yaml ? "application/yaml;charset=utf-8" : "application/json", text);
  }

  private EnvironmentBundleView take(Call call) {
    EnvironmentBundleImport given = call.body(EnvironmentBundleImport.class);
    return call.dryRun() ? bundles.look(given, call.actor()) : bundles.take(given, call.actor());
  }
}

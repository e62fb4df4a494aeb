package io.innkeeper.infrastructure;

import static io.innkeeper.caller.Role.ADMIN;
import static io.innkeeper.caller.Role.VIEWER;

import io.innkeeper.client.EnvironmentChange;
import io.innkeeper.client.EnvironmentImport;
import io.innkeeper.client.EnvironmentRestoration;
import io.innkeeper.client.EnvironmentView;
import io.innkeeper.client.ErasedEnvironmentView;
import io.innkeeper.client.NewEnvironment;
import io.innkeeper.client.Page;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.http.TypeOf;
import io.innkeeper.secret.Secret;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Environments for programs: {@code /api/v1/environments}. */
public final class EnvironmentResource {
  private static final String ALL = EnvironmentPath.ALL;
  private static final String ONE = EnvironmentPath.ONE;

  private final Environments environments;
  private final Restoring restoring;
  private final Credentials credentials;
  private final EnvironmentPath path;

  public EnvironmentResource(
      Environments environments, Restoring restoring, Credentials credentials) {
    this.environments = environments;
    this.restoring = restoring;
    this.credentials = credentials;
    this.path = new EnvironmentPath(environments);
  }

  public void hang(Routes routes) {
    routes
        .api(
            "GET",
            ALL,
            VIEWER,
            "Environments of VMware Cloud Foundation, by name.",
            TypeOf.page(EnvironmentView.class),
            this::list)
        .query("removed", "true: removed ones too, whose credentials are kept.");
    routes.api(
        "POST",
        ALL,
        ADMIN,
        "Adds an environment; its passwords are sealed and it is read soon.",
        NewEnvironment.class,
        EnvironmentView.class,
        this::create);
    routes.api("GET", ONE, VIEWER, "One environment.", EnvironmentView.class, this::show);
    routes
        .api(
            "PATCH",
            ONE,
            ADMIN,
            "Changes an environment; where a source leads elsewhere, its password is needed again.",
            EnvironmentChange.class,
            EnvironmentView.class,
            this::change)
        .versioned();
    routes.api(
        "DELETE",
        ONE,
        ADMIN,
        "Reads it no more and forgets its sources' passwords; its credentials and their history"
            + " stay.",
        Void.class,
        this::remove);
    routes.api(
        "POST",
        ONE + "/restoration",
        ADMIN,
        "Reads a removed environment again; the passwords of its sources are needed anew.",
        EnvironmentRestoration.class,
        EnvironmentView.class,
        this::restore);
    routes.api(
        "POST",
        ONE + "/erasure",
        ADMIN,
        "Erases a removed environment with all its credentials and their history, for good.",
        ErasedEnvironmentView.class,
        this::erase);
    files(routes);
  }

  private void files(Routes routes) {
    routes
        .api(
            "GET",
            ONE + "/file",
            ADMIN,
            "The environment as a file, without any secret.",
            NewEnvironment.class,
            this::file)
        .query("format", "json, or yaml.");
    routes.api(
        "POST",
        ALL + "/import",
        ADMIN,
        "Adds an environment from a file, also one of the VCF Credentials Manager.",
        EnvironmentImport.class,
        EnvironmentView.class,
        this::importFile);
  }

  private Page<EnvironmentView> list(Call call) {
    boolean removed = call.query("removed").filter("true"::equals).isPresent();
    Map<UUID, Long> counts = credentials.counts();
    List<EnvironmentView> all =
        environments.list(removed).stream()
            .map(one -> EnvironmentViews.of(one, counts.getOrDefault(one.id(), 0L)))
            .toList();
    return new Page<>(all, null, all.size());
  }

  private Reply show(Call call) {
    return reply(path.of(call));
  }

  private Reply create(Call call) {
    return created(EnvironmentInput.created(call.body(NewEnvironment.class)), call);
  }

  private Reply importFile(Call call) {
    return created(EnvironmentInput.imported(call.body(EnvironmentImport.class)), call);
  }

  private Reply created(EnvironmentInput.Given given, Call call) {
    Environment made = environments.create(given.spec(), given.passwords(), call.actor());
    return Reply.created(ALL + "/" + made.id(), view(made)).version(made.version());
  }

  private Reply change(Call call) {
    Environment now = path.of(call);
    EnvironmentInput.Given given =
        EnvironmentInput.changed(now, call.body(EnvironmentChange.class));
    return reply(
        environments.change(
            now.id(), given.spec(), given.passwords(), call.expectedVersion(), call.actor()));
  }

  private Reply remove(Call call) {
    environments.remove(path.of(call).id(), call.actor());
    return Reply.none();
  }

  private Reply restore(Call call) {
    EnvironmentRestoration given = call.body(EnvironmentRestoration.class);
    Map<SourceKind, Secret> passwords = new EnumMap<>(SourceKind.class);
    put(passwords, SourceKind.MANAGER, given.managerPassword());
    put(passwords, SourceKind.INSTALLER, given.installerPassword());
    return reply(restoring.restore(path.of(call).id(), passwords, call.actor()));
  }

  private static void put(
      Map<SourceKind, Secret> passwords, SourceKind kind, @Nullable String password) {
    if (password != null && !password.isEmpty()) passwords.put(kind, Secret.of(password));
  }

  private ErasedEnvironmentView erase(Call call) {
    Environments.Erased erased = environments.erase(path.of(call).id(), call.actor());
    return new ErasedEnvironmentView(erased.credentials(), erased.values());
  }

  private Reply file(Call call) {
    Environment one = path.of(call);
    if (call.query("format").filter("yaml"::equals).isPresent())
      return Reply.text("application/yaml;charset=utf-8", ConfigFile.yaml(one, Map.of()));
    return Reply.text("application/json", ConfigFile.json(one, Map.of()));
  }

  private Reply reply(Environment one) {
    return Reply.ok(view(one)).version(one.version());
  }

  private EnvironmentView view(Environment one) {
    CredentialFilter living = CredentialFilter.of(one.id()).missing(false);
    return EnvironmentViews.of(one, credentials.count(living));
  }
}

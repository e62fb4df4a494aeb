package io.innkeeper.cli.setting;

import io.innkeeper.cli.desk.ExitCode;
import io.innkeeper.cli.desk.Query;
import io.innkeeper.cli.desk.Refusal;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which layer a command is about. */
final class Place {
  @Option(
      names = "--tenant",
      paramLabel = "TENANT",
      description = "A tenant’s own, by slug or id; set and remove take several.")
  private List<String> tenants = List.of();

  @Option(
      names = "--org",
      paramLabel = "ORG",
      description = "What all tenants of an organisation get.")
  private Optional<String> organisation = Optional.empty();

  @Option(names = "--house", description = "What all tenants get.")
  private boolean house;

  /** The layer's address. */
  Query query() {
    int given = tenants.size() + (organisation.isPresent() ? 1 : 0) + (house ? 1 : 0);
    if (given != 1)
      throw new Refusal(
          ExitCode.USAGE,
          "Say whose settings are meant: one --tenant TENANT, --org ORG or --house.",
          "");
    return tenants.stream()
        .findFirst()
        .map(slug -> Query.of("/tenants/{}/variables", slug))
        .or(() -> organisation.map(slug -> Query.of("/organisations/{}/variables", slug)))
        .orElseGet(() -> Query.of("/variables"));
  }

  List<String> tenants() {
    return tenants;
  }

  /** Several tenants' own layers are no outer one. */
  void refuseOuter() {
    if (organisation.isEmpty() && !house) return;
    throw new Refusal(
        ExitCode.USAGE, "Several tenants’ own settings, or an outer layer: choose one.", "");
  }

  /** What stands below the layer's address. */
  Query below(String pattern, Object... parts) {
    return new Query(query().path() + Query.of(pattern, parts).path());
  }
}

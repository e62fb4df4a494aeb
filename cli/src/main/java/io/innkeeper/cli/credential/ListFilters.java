package io.innkeeper.cli.credential;

import io.innkeeper.cli.desk.Query;
import java.util.Optional;
import picocli.CommandLine.Option;

/** By what else a list of accounts is narrowed. */
public final class ListFilters {
  @Option(names = "--account-type", paramLabel = "TYPE", description = "Such as USER or SERVICE.")
  private Optional<String> accountType = Optional.empty();

  @Option(names = "--resource-type", paramLabel = "TYPE", description = "Such as ESXI or VCENTER.")
  private Optional<String> resourceType = Optional.empty();

  @Option(names = "--domain", paramLabel = "NAME", description = "In exactly this domain.")
  private Optional<String> domain = Optional.empty();

  @Option(
      names = "--password",
      paramLabel = "STATE",
      description = "kept, never (none was told) or unreadable now.")
  private Optional<String> password = Optional.empty();

  @Option(
      names = "--expires",
      paramLabel = "DAY",
      description = "Before this day; never: not known to expire.")
  private Optional<String> expires = Optional.empty();

  @Option(names = "--seen-before", paramLabel = "DAY", description = "Not seen since this day.")
  private Optional<String> seenBefore = Optional.empty();

  Query on(Query query) {
    return query
        .with("account-type", accountType)
        .with("resource-type", resourceType)
        .with("domain", domain)
        .with("password", password)
        .with("expires", expires)
        .with("seen-before", seenBefore);
  }
}

package io.innkeeper.cli.credential;

import io.innkeeper.cli.desk.Query;
import java.util.Optional;
import picocli.CommandLine.Option;

/** By what a list of accounts, or a file of them, is narrowed, and its order. */
public final class ListFilters {
  @Option(names = "--search", paramLabel = "TEXT", description = "In any column.")
  private Optional<String> search = Optional.empty();

  @Option(names = "--host", paramLabel = "TEXT", description = "The host contains this.")
  private Optional<String> host = Optional.empty();

  @Option(names = "--user", paramLabel = "TEXT", description = "The user contains this.")
  private Optional<String> user = Optional.empty();

  @Option(names = "--type", paramLabel = "TYPE", description = "Such as SSH, API or SSO.")
  private Optional<String> type = Optional.empty();

  @Option(names = "--source", paramLabel = "WORD", description = "manager or installer.")
  private Optional<String> source = Optional.empty();

  @Option(names = "--missing", description = "Only what its source tells no more.")
  private boolean missing;

  @Option(names = "--sort", paramLabel = "COLUMN", description = "Such as host or -expires.")
  private Optional<String> sort = Optional.empty();

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
        .with("q", search)
        .with("host", host)
        .with("username", user)
        .with("credential-type", type)
        .with("source", source)
        .when(missing, "missing")
        .with("sort", sort)
        .with("account-type", accountType)
        .with("resource-type", resourceType)
        .with("domain", domain)
        .with("password", password)
        .with("expires", expires)
        .with("seen-before", seenBefore);
  }
}

package io.innkeeper.cli.desk;

import static picocli.CommandLine.ScopeType.INHERIT;

import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that every command has. */
public final class Options {
  @Option(
      names = "--server",
      scope = INHERIT,
      paramLabel = "URL",
      description = "The server; where you signed in when not given.")
  private Optional<String> server = Optional.empty();

  @Option(names = "--json", scope = INHERIT, description = "Answer in the API's JSON.")
  private boolean json;

  @Option(
      names = {"-q", "--quiet"},
      scope = INHERIT,
      description = "Only names or ids, one a line.")
  private boolean quiet;

  @Option(names = "--verbose", scope = INHERIT, description = "Show where a failure happened.")
  private boolean verbose;

  @Option(
      names = {"-h", "--help"},
      scope = INHERIT,
      usageHelp = true,
      description = "Show this help.")
  private boolean help;

  public Optional<String> server() {
    return server;
  }

  public boolean json() {
    return json;
  }

  public boolean quiet() {
    return quiet;
  }

  public boolean verbose() {
    return verbose;
  }
}

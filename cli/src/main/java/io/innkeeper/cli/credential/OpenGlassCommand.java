package io.innkeeper.cli.credential;

import io.innkeeper.cli.desk.Desk;
import io.innkeeper.cli.terminal.Table;
import io.innkeeper.client.Json;
import io.innkeeper.client.glass.GlassAccount;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code innkeeper break-glass open} */
@Command(
    name = "open",
    description = "Show the passwords of a copy; needs no server.",
    footer = {"", "--json has one account a line, with every password it ever had."})
public final class OpenGlassCommand implements Runnable {
  private final Desk desk;

  @Parameters(paramLabel = "FILE", description = "The copy.")
  private Path file = Path.of("");

  @Option(
      names = "--key",
      paramLabel = "FILE",
      required = true,
      description = "The file with the secret half of a key it is sealed for.")
  private Path key = Path.of("");

  @Option(
      names = "--search",
      paramLabel = "TEXT",
      description = "Only what has it in its environment, host, address, user or type.")
  private Optional<String> search = Optional.empty();

  public OpenGlassCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public void run() {
    String wanted = search.orElse("").toLowerCase(Locale.ROOT);
    List<GlassAccount> found = new ArrayList<>();
    // All is read before anything is shown: what is shown is proven whole.
    new Glass(file, key)
        .read(
            account -> {
              if (has(account, wanted)) found.add(account);
            });
    if (desk.options().json()) lines(found);
    else desk.table(table(), found, "Nothing in the copy matches.");
    if (!desk.options().json() && found.stream().anyMatch(OpenGlassCommand::altered))
      desk.terminal()
          .err()
          .println("A password holds what a table can't show as it is: shown altered, use --json.");
  }

  private static boolean altered(GlassAccount account) {
    String password = password(account);
    return !password.isEmpty() && !password.equals(Table.shown(password));
  }

  private static String password(GlassAccount account) {
    if (account.passwords().isEmpty()) return "";
    GlassAccount.Value latest = account.passwords().getFirst();
    return latest.opens() ? latest.password() : "(does not open)";
  }

  private static String state(GlassAccount account) {
    List<String> words = new ArrayList<>();
    if (account.initial()) words.add("initial");
    if (account.missingSince() != null) words.add("missing");
    if (account.removedAt() != null) words.add("environment removed");
    return String.join(", ", words);
  }

  private void lines(List<GlassAccount> found) {
    PrintStream out = desk.terminal().out();
    for (GlassAccount account : found) out.println(Json.LENIENT.valueToTree(account).toString());
  }

  private static boolean has(GlassAccount account, String wanted) {
    return Stream.of(
            account.environment(),
            account.host(),
            account.address(),
            account.username(),
            account.credentialType(),
            account.resourceType())
        .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(wanted));
  }

  private static Table<GlassAccount> table() {
    return new Table<GlassAccount>()
        .column("Environment", GlassAccount::environment)
        .column("Host", GlassAccount::host)
        .column("User", GlassAccount::username)
        .column("Type", GlassAccount::credentialType)
        .column("Source", GlassAccount::source)
        .column("State", OpenGlassCommand::state)
        .column("Password", OpenGlassCommand::password);
  }
}

package io.innkeeper.cli.credential;

import io.innkeeper.cli.desk.Desk;
import io.innkeeper.cli.desk.ExitCode;
import io.innkeeper.cli.desk.Refusal;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Passwords changed at the SDDC Manager that holds them. */
final class ChangeCommands {
  private ChangeCommands() {}

  /** {@code innkeeper credential rotate} */
  @Command(
      name = "rotate",
      description = "Have SDDC Manager make and set new passwords.",
      footer = {
        "",
        "For example: innkeeper credential rotate lab-waw/m01-vc01.lab.example/root --dry-run"
      })
  public static final class Rotate implements Runnable {
    private final Desk desk;

    @Parameters(paramLabel = "CREDENTIAL", arity = "1..*", description = Named.HOW)
    private List<String> credentials = List.of();

    @Mixin private ChangeOptions options = new ChangeOptions();

    public Rotate(Desk desk) {
      this.desk = desk;
    }

    @Override
    public void run() {
      options.order(desk, "rotate", credentials, null, null);
    }
  }

  /** {@code innkeeper credential update} */
  @Command(
      name = "update",
      description = "Have SDDC Manager set a password that you type, or give as a line of input.")
  public static final class Update implements Runnable {
    private final Desk desk;

    @Parameters(paramLabel = "CREDENTIAL", description = Named.HOW)
    private String credential = "";

    @Mixin private ChangeOptions options = new ChangeOptions();

    public Update(Desk desk) {
      this.desk = desk;
    }

    @Override
    public void run() {
      String password = options.dryRun() ? null : typed(desk, "The new password:");
      options.order(desk, "update", List.of(credential), password, null);
    }
  }

  /** {@code innkeeper credential remediate} */
  @Command(
      name = "remediate",
      description = "Tell SDDC Manager the password that holds at the product, where it differs.")
  public static final class Remediate implements Runnable {
    private final Desk desk;

    @Parameters(paramLabel = "CREDENTIAL", description = Named.HOW)
    private String credential = "";

    @Mixin private ChangeOptions options = new ChangeOptions();

    public Remediate(Desk desk) {
      this.desk = desk;
    }

    @Override
    public void run() {
      String password = options.dryRun() ? null : typed(desk, "The password that holds there:");
      options.order(desk, "remediate", List.of(credential), password, null);
    }
  }

  /** {@code innkeeper credential auto-rotate} */
  @Command(
      name = "auto-rotate",
      description = "Set how often SDDC Manager rotates passwords by itself.")
  public static final class AutoRotate implements Runnable {
    private final Desk desk;

    @Parameters(paramLabel = "CREDENTIAL", arity = "1..*", description = Named.HOW)
    private List<String> credentials = List.of();

    @Option(names = "--days", paramLabel = "N", description = "Every 1 to 90 days.")
    private Optional<Integer> days = Optional.empty();

    @Option(names = "--off", description = "Not by itself any more.")
    private boolean off;

    @Mixin private ChangeOptions options = new ChangeOptions();

    public AutoRotate(Desk desk) {
      this.desk = desk;
    }

    @Override
    public void run() {
      if (off == days.isPresent())
        throw new Refusal(ExitCode.USAGE, "Say how often.", "Give either --days N or --off.");
      @Nullable Integer often = off ? Integer.valueOf(0) : days.orElse(null);
      options.order(desk, "auto-rotate", credentials, null, often);
    }
  }

  /** Asked for or read from the input; never an argument, which the machine can read. */
  static String typed(Desk desk, String question) {
    return (desk.terminal().interactive()
            ? desk.terminal().askSecretly(question)
            : desk.terminal().line())
        .filter(text -> !text.isEmpty())
        .orElseThrow(
            () ->
                new Refusal(
                    ExitCode.USAGE,
                    "No password was given, so nothing was ordered.",
                    "Give it on the input."));
  }
}

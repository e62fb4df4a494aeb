package io.innkeeper.cli;

import io.innkeeper.cli.access.OperatorCommand;
import io.innkeeper.cli.access.TokenCommand;
import io.innkeeper.cli.books.CallCommand;
import io.innkeeper.cli.books.LedgerCommand;
import io.innkeeper.cli.books.ProfitCommand;
import io.innkeeper.cli.books.UsageCommand;
import io.innkeeper.cli.books.WebhookCommand;
import io.innkeeper.cli.brand.BrandCommand;
import io.innkeeper.cli.budget.BudgetCommand;
import io.innkeeper.cli.credential.BreakGlassCommand;
import io.innkeeper.cli.credential.CredentialCommand;
import io.innkeeper.cli.credential.MasterKeyCommand;
import io.innkeeper.cli.desk.Desk;
import io.innkeeper.cli.desk.ExitCode;
import io.innkeeper.cli.desk.Moment;
import io.innkeeper.cli.desk.Options;
import io.innkeeper.cli.env.EnvCommand;
import io.innkeeper.cli.environment.EnvironmentCommand;
import io.innkeeper.cli.ingress.CertificateCommand;
import io.innkeeper.cli.ingress.HostnameCommand;
import io.innkeeper.cli.ingress.IngressCommand;
import io.innkeeper.cli.job.JobCommand;
import io.innkeeper.cli.key.KeyCommand;
import io.innkeeper.cli.organisation.OrganisationCommand;
import io.innkeeper.cli.person.PersonCommand;
import io.innkeeper.cli.rate.PriceCommand;
import io.innkeeper.cli.rate.RateCommand;
import io.innkeeper.cli.route.RouteCommand;
import io.innkeeper.cli.rule.LimitCommand;
import io.innkeeper.cli.rule.ModelCommand;
import io.innkeeper.cli.server.ServerCommand;
import io.innkeeper.cli.session.LoginCommand;
import io.innkeeper.cli.session.LogoutCommand;
import io.innkeeper.cli.session.WhoamiCommand;
import io.innkeeper.cli.setting.SettingCommand;
import io.innkeeper.cli.signin.SignInCommand;
import io.innkeeper.cli.statement.BillingCommand;
import io.innkeeper.cli.statement.SeatCommand;
import io.innkeeper.cli.statement.StatementCommand;
import io.innkeeper.cli.tenant.TenantCommand;
import io.innkeeper.cli.terminal.Terminal;
import io.innkeeper.cli.upkeep.AdviseCommand;
import io.innkeeper.cli.upkeep.AuditCommand;
import io.innkeeper.cli.upkeep.DoctorCommand;
import io.innkeeper.cli.upkeep.ScheduleCommand;
import io.innkeeper.cli.upkeep.SettingsCommand;
import io.innkeeper.cli.upstream.UpstreamCommand;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;

/** The command line: nouns, each with its verbs. */
@Command(
    name = "innkeeper",
    description = "Runs private AI workspaces for many clients.",
    synopsisSubcommandLabel = "COMMAND",
    sortOptions = false,
    subcommands = {
      LoginCommand.class,
      LogoutCommand.class,
      WhoamiCommand.class,
      OrganisationCommand.class,
      TenantCommand.class,
      BrandCommand.class,
      PersonCommand.class,
      SettingCommand.class,
      SignInCommand.class,
      HostnameCommand.class,
      CertificateCommand.class,
      IngressCommand.class,
      KeyCommand.class,
      BudgetCommand.class,
      ModelCommand.class,
      LimitCommand.class,
      RouteCommand.class,
      EnvironmentCommand.class,
      PriceCommand.class,
      RateCommand.class,
      UpstreamCommand.class,
      UsageCommand.class,
      CallCommand.class,
      LedgerCommand.class,
      StatementCommand.class,
      SeatCommand.class,
      BillingCommand.class,
      ProfitCommand.class,
      WebhookCommand.class,
      CredentialCommand.class,
      BreakGlassCommand.class,
      MasterKeyCommand.class,
      JobCommand.class,
      OperatorCommand.class,
      TokenCommand.class,
      AuditCommand.class,
      DoctorCommand.class,
      AdviseCommand.class,
      ScheduleCommand.class,
      SettingsCommand.class,
      ServerCommand.class,
      EnvCommand.class,
      CompletionCommand.class,
      HelpCommand.class,
      Version.class
    })
public final class Innkeeper {
  @Mixin private final Options options = new Options();

  private Innkeeper() {}

  public static void main(String... arguments) {
    Terminal terminal = Terminal.ofProcess();
    System.exit(run(terminal, folder(terminal), Clock.systemDefaultZone(), arguments));
  }

  /**
   * Runs one command.
   *
   * @param folder where the sign-in is kept
   * @return the exit code
   */
  public static int run(Terminal terminal, Path folder, Clock clock, String... arguments) {
    Innkeeper innkeeper = new Innkeeper();
    try (Desk desk = new Desk(terminal, innkeeper.options, folder, clock)) {
      return commandLine(innkeeper, desk).execute(arguments);
    }
  }

  /** All commands, to be read rather than run. */
  static CommandLine model(Terminal terminal, Path folder) {
    Innkeeper innkeeper = new Innkeeper();
    return commandLine(
        innkeeper, new Desk(terminal, innkeeper.options, folder, Clock.systemDefaultZone()));
  }

  /** All commands as picocli sees them. */
  static CommandLine commandLine(Innkeeper innkeeper, Desk desk) {
    Failures failures = new Failures(desk);
    CommandLine all = new CommandLine(innkeeper, new Commands(desk));
    shorten(all);
    all.getCommandSpec()
        .usageMessage()
        .exitCodeListHeading("%nExit codes:%n")
        .exitCodeList(ExitCode.meanings());
    return all.setOut(new PrintWriter(desk.terminal().out(), true))
        .setErr(new PrintWriter(desk.terminal().err(), true))
        .setColorScheme(
            CommandLine.Help.defaultColorScheme(desk.terminal().colour() ? Ansi.ON : Ansi.OFF))
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setUsageHelpLongOptionsMaxWidth(28)
        .setUsageHelpWidth(Math.max(60, desk.terminal().columns()))
        .registerConverter(Moment.class, new Moment.Reader())
        .registerConverter(BigDecimal.class, typed -> read(typed, BigDecimal::new, "a number"))
        .registerConverter(LocalDate.class, typed -> read(typed, LocalDate::parse, "a day"))
        .registerConverter(YearMonth.class, typed -> read(typed, YearMonth::parse, "a month"))
        .registerConverter(UUID.class, typed -> read(typed, UUID::fromString, "an id"))
        .setExecutionStrategy(Innkeeper::execute)
        .setParameterExceptionHandler(failures)
        .setExecutionExceptionHandler(failures);
  }

  /** A noun without a verb shows its verbs, unless it is one itself. */
  private static int execute(ParseResult parsed) {
    Integer helped = CommandLine.executeHelpRequest(parsed);
    if (helped != null) return helped;
    CommandLine last = parsed.asCommandLineList().getLast();
    // A noun that does something by itself may have verbs beside that.
    boolean acts = last.getCommand() instanceof Runnable || last.getCommand() instanceof Callable;
    if (last.getSubcommands().isEmpty() || acts) return new CommandLine.RunLast().execute(parsed);
    last.usage(last.getErr());
    return ExitCode.USAGE.number();
  }

  private static void shorten(CommandLine command) {
    command.getCommandSpec().usageMessage().abbreviateSynopsis(true).sortOptions(false);
    command.getSubcommands().values().forEach(Innkeeper::shorten);
  }

  private static <T> T read(String typed, Function<String, T> reading, String what) {
    try {
      return reading.apply(typed);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw new TypeConversionException("“" + typed + "” is not " + what + ".");
    }
  }

  private static Path folder(Terminal terminal) {
    return terminal
        .variable("XDG_CONFIG_HOME")
        .map(Path::of)
        .orElseGet(() -> Path.of(System.getProperty("user.home"), ".config"))
        .resolve("innkeeper");
  }
}

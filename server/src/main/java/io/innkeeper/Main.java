package io.innkeeper;

import io.innkeeper.fault.Fault;
import io.innkeeper.log.LogOutput;
import io.innkeeper.settings.ReadSettings;
import java.io.Console;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Start here: reads settings, starts the server, waits, stops in reverse. */
public final class Main {
  private static final Logger log = LoggerFactory.getLogger(Main.class);
  private static final String USAGE =
      """
      serve [FLAG...]             runs the server until it is told to stop (SIGTERM)
      doctor --offline [FLAG...]  says what is wrong and how to mend it; --json for programs
      clear-out [FLAG...]         shows what a stopped server left on this machine; --yes removes it

      Flags: --home DIR, --store postgresql://…, and any setting as --innkeeper.name=value.
      docs/settings.md lists the settings, docs/operate.md the exit codes.
      """;

  /** After it a start's compilers are nearly always done. */
  private static final Duration CALM = Duration.ofSeconds(15);

  private Main() {}

  public static void main(String[] words) throws InterruptedException {
    String verb = words.length == 0 ? "--help" : words[0];
    List<String> rest = List.of(words).subList(Math.min(1, words.length), words.length);
    switch (verb) {
      case "serve" -> serve(rest);
      case "doctor" -> System.exit(OfflineDoctor.run(rest, System.out).number());
      case "clear-out" -> System.exit(ClearOutWord.run(rest, System.out).number());
      case "--help", "-h", "help" -> System.out.print(USAGE);
      case "--version" -> System.out.println("Innkeeper " + Build.current().version());
      default -> {
        System.err.print("“" + verb + "” is not a word of the server. It knows:\n" + USAGE);
        System.exit(ExitCode.USAGE.number());
      }
    }
  }

  private static void serve(List<String> flags) throws InterruptedException {
    try {
      Clock clock = Clock.systemUTC();
      ReadSettings<InnkeeperSettings> read = InnkeeperSettings.read(flags, System.getenv());
      InnkeeperSettings settings = read.settings();
      LogOutput.apply(settings.log());
      Build.current().refuseClockFarOff(clock);
      read.effective().forEach(setting -> log.info("Setting {}", setting));
      Server server = Server.start(read, clock, step -> log.debug("Start: {}", step));
      // What only the start needed is given back before the first call comes, not at some moment
      // while calls are under way.
      System.gc();
      Running running = new Running(server, flags);
      Runtime.getRuntime().addShutdownHook(new Thread(running::stop, "stop"));
      server.rooms().household().restarts().by(running);
      new Greeting(System.out, isWatched()).say(server, settings);
      MappedFiles.giveBackAfter(CALM);
    } catch (Fault refused) {
      log.debug("The start was refused", refused);
      System.err.println(refused.said() + refused.advice().map(advice -> "\n" + advice).orElse(""));
      System.exit(ExitCode.of(refused).number());
    } catch (RuntimeException unforeseen) {
      log.error("Innkeeper can't start", unforeseen);
      System.exit(ExitCode.UNFORESEEN.number());
    }
    Thread.currentThread().join(); // until the hook ends the process
  }

  private static boolean isWatched() {
    @Nullable Console console = System.console();
    return console != null && console.isTerminal();
  }
}

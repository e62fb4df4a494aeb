package io.innkeeper;

import io.innkeeper.engine.ContainerEngine;
import io.innkeeper.engine.EngineException;
import io.innkeeper.engine.docker.DockerEngine;
import io.innkeeper.engine.docker.HostFirewall;
import io.innkeeper.fault.Fault;
import io.innkeeper.ingress.nginx.HostNginx;
import io.innkeeper.ingress.nginx.NginxRoot;
import io.innkeeper.log.LogOutput;
import io.innkeeper.log.LogSettings;
import io.innkeeper.store.Home;
import io.innkeeper.tenant.ClearOut;
import java.io.PrintStream;
import java.util.List;

/** {@code clear-out}: takes away what a stopped server made on this machine; its home stays. */
final class ClearOutWord {
  private static final String YES = "--yes";

  private ClearOutWord() {}

  static ExitCode run(List<String> words, PrintStream out) {
    LogOutput.apply(LogSettings.only(LogSettings.Level.ERROR));
    try {
      List<String> flags = words.stream().filter(word -> !word.equals(YES)).toList();
      InnkeeperSettings settings = InnkeeperSettings.read(flags, System.getenv()).settings();
      try (ContainerEngine engine = new DockerEngine(settings.engine())) {
        HostFirewall firewall = new HostFirewall(settings.engine().bridgePrefix());
        ClearOut clearOut = new ClearOut(engine, firewall, settings.tenant());
        if (words.contains(YES)) {
          endNginx(settings, out);
          clearOut.run(out::println);
        } else show(clearOut.found(), out);
      }
      return ExitCode.DONE;
    } catch (Fault e) {
      out.println(e.said() + e.advice().map(advice -> "\n" + advice).orElse(""));
      return ExitCode.of(e);
    } catch (EngineException e) {
      out.println(e.getMessage());
      return ExitCode.UNFORESEEN;
    }
  }

  /** It outlives the server, as people's connections should. */
  private static void endNginx(InnkeeperSettings settings, PrintStream out) {
    NginxRoot root = new NginxRoot(new Home(settings.home()).ingress());
    HostNginx nginx = new HostNginx(settings.ingress().binary(), root);
    if (!nginx.runs()) return;
    nginx.stop();
    out.println("ended nginx");
  }

  private static void show(List<String> found, PrintStream out) {
    found.forEach(each -> out.println("would remove " + each));
    out.println(
        "and the firewall rules for tenants. Nothing was done: stop the server, then --yes.");
  }
}

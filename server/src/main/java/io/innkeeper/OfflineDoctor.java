package io.innkeeper;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.innkeeper.client.Json;
import io.innkeeper.doctor.Doctor;
import io.innkeeper.doctor.DoctorResource;
import io.innkeeper.doctor.DoorChecks;
import io.innkeeper.doctor.EngineChecks;
import io.innkeeper.doctor.Finding;
import io.innkeeper.doctor.MachineChecks;
import io.innkeeper.doctor.StoreChecks;
import io.innkeeper.engine.ContainerEngine;
import io.innkeeper.engine.docker.DockerEngine;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.ServerCertificate;
import io.innkeeper.log.LogOutput;
import io.innkeeper.log.LogSettings;
import io.innkeeper.organisation.EnvironmentOrganisation;
import io.innkeeper.store.Home;
import io.innkeeper.store.StoreExam;
import java.io.PrintStream;
import java.time.Clock;
import java.util.List;
import java.util.Locale;

/** {@code doctor --offline}: what can be told without a running server. It changes nothing. */
final class OfflineDoctor {
  private static final List<String> OWN_FLAGS = List.of("--offline", "--json");

  private OfflineDoctor() {}

  static ExitCode run(List<String> words, PrintStream out) {
    LogOutput.apply(LogSettings.only(LogSettings.Level.ERROR));
    try {
      List<String> flags = words.stream().filter(word -> !OWN_FLAGS.contains(word)).toList();
      InnkeeperSettings settings = InnkeeperSettings.read(flags, System.getenv()).settings();
      List<Finding> findings = examine(settings);
      tell(findings, words, out);
      return Doctor.worst(findings) == Finding.State.BAD ? ExitCode.FINDINGS : ExitCode.DONE;
    } catch (Fault e) {
      if (ExitCode.of(e) == ExitCode.SETTINGS) {
        tell(List.of(unusable(e)), words, out);
        return ExitCode.SETTINGS;
      }
      out.println(e.said() + e.advice().map(advice -> "\n" + advice).orElse(""));
      return ExitCode.of(e);
    }
  }

  private static List<Finding> examine(InnkeeperSettings settings) {
    Home home = new Home(settings.home());
    Clock clock = Clock.systemUTC();
    StoreExam store = new StoreExam(home, settings.store());
    try (ContainerEngine engine = new DockerEngine(settings.engine())) {
      return new Doctor(
              List.of(
                  MachineChecks.jdk(),
                  MachineChecks.clock(clock, Build.current().at(), home),
                  MachineChecks.home(home),
                  MachineChecks.disk(home),
                  EngineChecks.engine(engine),
                  DoorChecks.ports(settings.http()),
                  DoorChecks.certificate(() -> ServerCertificate.find(home), clock),
                  StoreChecks.schema(store.place(), store::drift),
                  StoreChecks.organisation(
                      EnvironmentOrganisation.read(home.env(), System.getenv()), home)))
          .examine();
    }
  }

  private static Finding unusable(Fault settings) {
    String advice = settings.advice().orElse("");
    return Finding.bad("settings", settings.said(), advice, "");
  }

  private static void tell(List<Finding> findings, List<String> words, PrintStream out) {
    if (words.contains("--json")) out.println(json(findings));
    else findings.forEach(finding -> print(finding, out));
  }

  private static void print(Finding finding, PrintStream out) {
    String state = finding.state().word();
    out.println(
        String.format(Locale.ROOT, "%-4s  %-12s  %s", state, finding.name(), finding.what()));
    String margin = " ".repeat(20);
    if (!finding.meaning().isEmpty()) out.println(margin + finding.meaning());
    if (!finding.command().isEmpty()) out.println(margin + "$ " + finding.command());
  }

  private static String json(List<Finding> findings) {
    try {
      return Json.LENIENT.writeValueAsString(DoctorResource.views(findings));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}

package io.innkeeper;

import io.innkeeper.advisor.Advisor;
import io.innkeeper.advisor.Looks;
import io.innkeeper.doctor.Check;
import io.innkeeper.doctor.DoorChecks;
import io.innkeeper.doctor.EngineChecks;
import io.innkeeper.doctor.FrontChecks;
import io.innkeeper.doctor.MachineChecks;
import io.innkeeper.http.ServerCertificate;
import io.innkeeper.store.Home;
import io.innkeeper.store.Ids;
import java.nio.file.Path;
import java.util.List;

/** The security advisor of a server: what it looks at beside what the doctor already does. */
final class RunningAdvisor {
  private RunningAdvisor() {}

  static Advisor of(Rooms rooms) {
    Home home = new Home(rooms.settings().home());
    return new Advisor(
        rooms.database(),
        rooms.audit(),
        new Ids(rooms.clock()),
        rooms.clock(),
        new Looks(
            new Looks.Needs(
                doctor(rooms, home),
                secrets(home),
                rooms.engine(),
                rooms.tenants(),
                rooms.tokens()::all,
                rooms.brands().watch()::looks,
                rooms.clock())));
  }

  /** The checks of the doctor that are about security too. */
  private static List<Check> doctor(Rooms rooms, Home home) {
    return List.of(
        MachineChecks.clock(rooms.clock(), Build.current().at(), home),
        MachineChecks.home(home),
        MachineChecks.disk(home),
        EngineChecks.engine(rooms.engine()),
        EngineChecks.firewall(rooms::firewallState),
        DoorChecks.certificate(() -> ServerCertificate.find(home), rooms.clock()),
        FrontChecks.front(rooms.ingress()),
        FrontChecks.certificates(rooms.ingress(), rooms.clock()));
  }

  /** Beside those that the doctor's check of the home looks at. */
  private static List<Path> secrets(Home home) {
    return List.of(home.storeDirectory(), home.tls());
  }
}

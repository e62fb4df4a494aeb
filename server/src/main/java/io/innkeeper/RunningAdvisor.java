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
    Home home = rooms.foundation().home();
    return new Advisor(
        rooms.foundation().database(),
        rooms.foundation().audit(),
        new Ids(rooms.foundation().clock()),
        rooms.foundation().clock(),
        new Looks(
            new Looks.Needs(
                doctor(rooms, home),
                secrets(home),
                rooms.machine().engine(),
                rooms.tenancy().tenants(),
                rooms.entrance().tokens()::all,
                rooms.face().brands().watch()::looks,
                rooms.foundation().clock())));
  }

  /** The checks of the doctor that are about security too. */
  private static List<Check> doctor(Rooms rooms, Home home) {
    return List.of(
        MachineChecks.clock(rooms.foundation().clock(), Build.current().at(), home),
        MachineChecks.home(home),
        MachineChecks.disk(home),
        EngineChecks.engine(rooms.machine().engine()),
        EngineChecks.firewall(rooms.machine()::firewallState),
        DoorChecks.certificate(() -> ServerCertificate.find(home), rooms.foundation().clock()),
        FrontChecks.front(rooms.face().ingress()),
        FrontChecks.certificates(rooms.face().ingress(), rooms.foundation().clock()));
  }

  /** Beside those that the doctor's check of the home looks at. */
  private static List<Path> secrets(Home home) {
    return List.of(home.storeDirectory(), home.tls());
  }
}

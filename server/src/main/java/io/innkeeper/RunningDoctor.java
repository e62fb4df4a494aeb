package io.innkeeper;

import io.innkeeper.doctor.Doctor;
import io.innkeeper.doctor.DoorChecks;
import io.innkeeper.doctor.EngineChecks;
import io.innkeeper.doctor.MachineChecks;
import io.innkeeper.doctor.ScheduleChecks;
import io.innkeeper.doctor.StoreChecks;
import io.innkeeper.doctor.TenantChecks;
import io.innkeeper.http.ServerCertificate;
import io.innkeeper.organisation.EnvironmentOrganisation;
import io.innkeeper.store.Home;
import io.innkeeper.store.StoreExam;
import java.util.List;
import java.util.Optional;

/** The checks of a server that runs: it also knows the rules on the host and every tenant. */
final class RunningDoctor {
  private RunningDoctor() {}

  static Doctor of(
      Rooms rooms, ServerCertificate certificate, EnvironmentOrganisation environment) {
    Home home = new Home(rooms.settings().home());
    StoreExam store = new StoreExam(home, rooms.settings().store());
    return new Doctor(
        List.of(
            MachineChecks.jdk(),
            MachineChecks.clock(rooms.clock(), Build.current().at(), home),
            MachineChecks.home(home),
            MachineChecks.disk(home),
            EngineChecks.engine(rooms.engine()),
            EngineChecks.firewall(rooms::firewallState),
            DoorChecks.certificate(() -> Optional.of(certificate), rooms.clock()),
            StoreChecks.schema(store.place(), () -> StoreExam.drift(rooms.database())),
            StoreChecks.organisation(environment, home),
            ScheduleChecks.schedule(rooms.schedule()::tasks, rooms.clock()),
            TenantChecks.tenants(rooms.tenants().tenants()::all)));
  }
}

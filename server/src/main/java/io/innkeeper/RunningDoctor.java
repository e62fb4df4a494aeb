package io.innkeeper;

import io.innkeeper.doctor.BrandChecks;
import io.innkeeper.doctor.CallChecks;
import io.innkeeper.doctor.Check;
import io.innkeeper.doctor.Doctor;
import io.innkeeper.doctor.DoorChecks;
import io.innkeeper.doctor.EngineChecks;
import io.innkeeper.doctor.EnvironmentChecks;
import io.innkeeper.doctor.FrontChecks;
import io.innkeeper.doctor.MachineChecks;
import io.innkeeper.doctor.RateChecks;
import io.innkeeper.doctor.ScheduleChecks;
import io.innkeeper.doctor.StoreChecks;
import io.innkeeper.doctor.TenantChecks;
import io.innkeeper.doctor.UpstreamChecks;
import io.innkeeper.doctor.UpstreamKeyChecks;
import io.innkeeper.http.ConsoleTls;
import io.innkeeper.openrouter.OpenRouterSettings;
import io.innkeeper.organisation.EnvironmentOrganisation;
import io.innkeeper.store.Home;
import io.innkeeper.store.StoreExam;
import io.innkeeper.usage.UsageRoom;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** The checks of a server that runs: it also knows the rules on the host and every tenant. */
final class RunningDoctor {
  private RunningDoctor() {}

  static Doctor of(
      Rooms rooms, ConsoleTls tls, EnvironmentOrganisation environment, Background background) {
    return new Doctor(
        Stream.of(
                house(rooms, tls, environment),
                List.of(ScheduleChecks.schedule(background.tasks()::tasks, rooms.clock())),
                calls(rooms, background::calls))
            .flatMap(List::stream)
            .toList());
  }

  private static List<Check> house(
      Rooms rooms, ConsoleTls tls, EnvironmentOrganisation environment) {
    Home home = new Home(rooms.settings().home());
    StoreExam store = new StoreExam(home, rooms.settings().store());
    return List.of(
        MachineChecks.jdk(),
        MachineChecks.clock(rooms.clock(), Build.current().at(), home),
        MachineChecks.home(home),
        MachineChecks.disk(home),
        EngineChecks.engine(rooms.engine()),
        EngineChecks.firewall(rooms::firewallState),
        DoorChecks.certificate(() -> Optional.of(tls.shown()), rooms.clock()),
        FrontChecks.front(rooms.ingress()),
        FrontChecks.certificates(rooms.ingress(), rooms.clock()),
        StoreChecks.schema(store.place(), () -> StoreExam.drift(rooms.database())),
        StoreChecks.organisation(environment, home),
        TenantChecks.tenants(rooms.tenants().tenants()::all),
        EnvironmentChecks.environments(
            () -> rooms.infrastructure().environments().list(false), rooms.clock()),
        BrandChecks.licences(rooms.brands().watch()::looks));
  }

  private static List<Check> calls(Rooms rooms, Supplier<Optional<ModelCalls>> calls) {
    UsageRoom usage = rooms.usage();
    OpenRouterSettings upstream = rooms.settings().openrouter();
    Home home = new Home(rooms.settings().home());
    String store = new StoreExam(home, rooms.settings().store()).place();
    return List.of(
        CallChecks.journal(() -> calls.get().map(ModelCalls::journal), home.journal()),
        CallChecks.ledger(
            () -> calls.get().map(served -> served.drain().figures()), usage.unreadable()::count),
        CallChecks.unsettled(usage.unsettled()::oldest, rooms.clock()),
        UpstreamChecks.upstream(upstream.baseUrl(), () -> rooms.openRouter().reached().problem()),
        UpstreamChecks.prices(rooms.prices()::age, upstream.pricesEvery(), rooms.clock()),
        RateChecks.rates(rooms.rates(), rooms.settings().rates().every().isPositive()),
        UpstreamChecks.keys(rooms.organisations()::all, rooms.tenants().tenants()::living),
        UpstreamKeyChecks.keys(
            rooms.upstream().keys()::states, rooms.upstream().keys()::lastLook, store));
  }
}

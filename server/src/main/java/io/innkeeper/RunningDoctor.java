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
                List.of(
                    ScheduleChecks.schedule(background.tasks()::tasks, rooms.foundation().clock())),
                calls(rooms, background::calls))
            .flatMap(List::stream)
            .toList());
  }

  private static List<Check> house(
      Rooms rooms, ConsoleTls tls, EnvironmentOrganisation environment) {
    Home home = new Home(rooms.foundation().settings().home());
    StoreExam store = new StoreExam(home, rooms.foundation().settings().store());
    return List.of(
        MachineChecks.jdk(),
        MachineChecks.clock(rooms.foundation().clock(), Build.current().at(), home),
        MachineChecks.home(home),
        MachineChecks.disk(home),
        EngineChecks.engine(rooms.machine().engine()),
        EngineChecks.firewall(rooms.machine()::firewallState),
        DoorChecks.certificate(() -> Optional.of(tls.shown()), rooms.foundation().clock()),
        FrontChecks.front(rooms.face().ingress()),
        FrontChecks.certificates(rooms.face().ingress(), rooms.foundation().clock()),
        StoreChecks.schema(store.place(), () -> StoreExam.drift(rooms.foundation().database())),
        StoreChecks.organisation(environment, home),
        TenantChecks.tenants(rooms.tenancy().tenants().tenants()::all),
        EnvironmentChecks.environments(
            () -> rooms.vault().infrastructure().environments().list(false),
            rooms.foundation().clock()),
        BrandChecks.licences(rooms.face().brands().watch()::looks));
  }

  private static List<Check> calls(Rooms rooms, Supplier<Optional<ModelCalls>> calls) {
    UsageRoom usage = rooms.money().usage();
    OpenRouterSettings upstream = rooms.foundation().settings().openrouter();
    Home home = new Home(rooms.foundation().settings().home());
    String store = new StoreExam(home, rooms.foundation().settings().store()).place();
    return List.of(
        CallChecks.journal(() -> calls.get().map(ModelCalls::journal), home.journal()),
        CallChecks.ledger(
            () -> calls.get().map(served -> served.drain().figures()), usage.unreadable()::count),
        CallChecks.unsettled(usage.unsettled()::oldest, rooms.foundation().clock()),
        UpstreamChecks.upstream(
            upstream.baseUrl(), () -> rooms.money().openRouter().reached().problem()),
        UpstreamChecks.prices(
            rooms.money().prices()::age, upstream.pricesEvery(), rooms.foundation().clock()),
        RateChecks.rates(
            rooms.money().rates(), rooms.foundation().settings().rates().every().isPositive()),
        UpstreamChecks.keys(
            rooms.entrance().organisations()::all, rooms.tenancy().tenants().tenants()::living),
        UpstreamKeyChecks.keys(
            rooms.money().upstream().keys()::states,
            rooms.money().upstream().keys()::lastLook,
            store));
  }
}

package io.innkeeper;

import io.innkeeper.console.AppParts;
import io.innkeeper.console.ConsoleParts;
import io.innkeeper.console.MoneyParts;
import io.innkeeper.console.SeatBook;
import io.innkeeper.console.VaultParts;
import io.innkeeper.doctor.Doctor;
import io.innkeeper.money.ExchangeRates;
import io.innkeeper.schedule.TaskBoard;
import java.util.List;
import java.util.Optional;

/** What console pages look into, on a test's rooms, with its own rates and seats. */
public final class TestingParts {
  private TestingParts() {}

  public static ConsoleParts of(Rooms rooms, ExchangeRates rates, SeatBook seats) {
    return new ConsoleParts(
        "Halny Hosting",
        "",
        Optional.empty(),
        rooms.clock(),
        rooms.audit(),
        rooms.operators(),
        rooms.passwords(),
        rooms.sessions(),
        rooms.signIn(),
        rooms.organisations(),
        rooms.tenants(),
        rooms.jobs(),
        new TaskBoard(rooms.database(), rooms.audit(), rooms.clock(), List::of),
        rooms.engine(),
        rooms.tokens(),
        rooms.settings().access(),
        List.of(),
        new Doctor(List.of()),
        new MoneyParts(
            rooms.usage(),
            rooms.prices(),
            rooms.keys(),
            new TenantKeys(rooms.tenants()),
            rooms.budgets(),
            new SpenderNames(rooms),
            rooms.models(),
            rooms.limits(),
            rooms.routes(),
            rooms.rates(),
            rooms.upstream().keys(),
            rooms.statements(),
            rooms.links(),
            rates,
            seats),
        rooms.people(),
        rooms.advisor(),
        rooms.ingress(),
        new AppParts(rooms.variables(), rooms.identity()),
        rooms.brands(),
        new VaultParts(
            rooms.reading(),
            rooms.rotation().changes(),
            rooms.logins().logins(),
            (environment, by) -> {},
            rooms.infrastructure()),
        rooms.household());
  }
}

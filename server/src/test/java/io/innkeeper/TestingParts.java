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
        rooms.foundation().clock(),
        rooms.foundation().audit(),
        rooms.entrance().operators(),
        rooms.entrance().passwords(),
        rooms.entrance().sessions(),
        rooms.entrance().signIn(),
        rooms.entrance().organisations(),
        rooms.tenancy().tenants(),
        rooms.foundation().jobs(),
        new TaskBoard(
            rooms.foundation().database(),
            rooms.foundation().audit(),
            rooms.foundation().clock(),
            List::of),
        rooms.machine().engine(),
        rooms.entrance().tokens(),
        rooms.foundation().settings().access(),
        List.of(),
        new Doctor(List.of()),
        new MoneyParts(
            rooms.money().usage(),
            rooms.money().prices(),
            rooms.gate().keys(),
            new TenantKeys(rooms.tenancy().tenants()),
            rooms.money().budgets(),
            new SpenderNames(rooms),
            rooms.gate().models(),
            rooms.gate().limits(),
            rooms.gate().routes(),
            rooms.money().rates(),
            rooms.money().upstream().keys(),
            rooms.money().statements(),
            rooms.money().links(),
            rates,
            seats),
        rooms.tenancy().people(),
        rooms.advisor(),
        rooms.face().ingress(),
        new AppParts(rooms.tenancy().variables(), rooms.tenancy().identity()),
        rooms.face().brands(),
        new VaultParts(
            rooms.vault().reading(),
            rooms.vault().rotation().changes(),
            (environment, by) -> {},
            rooms.vault().infrastructure()),
        rooms.household());
  }
}

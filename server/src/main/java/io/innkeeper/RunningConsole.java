package io.innkeeper;

import io.innkeeper.console.AppParts;
import io.innkeeper.console.BilledSeats;
import io.innkeeper.console.Console;
import io.innkeeper.console.ConsoleParts;
import io.innkeeper.console.MoneyParts;
import io.innkeeper.console.VaultParts;
import io.innkeeper.doctor.Doctor;
import io.innkeeper.http.ServerCertificate;
import io.innkeeper.organisation.Organisations;
import io.innkeeper.schedule.TaskBoard;
import io.innkeeper.settings.EffectiveSetting;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** The console of a server, shown every room that has screens. */
final class RunningConsole {
  private RunningConsole() {}

  static Console of(
      Rooms rooms,
      ServerCertificate certificate,
      List<EffectiveSetting> settings,
      TaskBoard tasks,
      Doctor doctor) {
    Foundation ground = rooms.foundation();
    Entrance entrance = rooms.entrance();
    return new Console(
        new ConsoleParts(
            hostName(),
            certificate.selfMade() ? certificate.fingerprint() : "",
            ground.settings().http().notice(),
            ground.clock(),
            ground.audit(),
            entrance.operators(),
            entrance.passwords(),
            entrance.sessions(),
            entrance.signIn(),
            entrance.organisations(),
            rooms.tenancy().tenants(),
            ground.jobs(),
            tasks,
            rooms.machine().engine(),
            entrance.tokens(),
            ground.settings().access(),
            settings,
            doctor,
            money(rooms),
            rooms.tenancy().people(),
            rooms.advisor(),
            rooms.face().ingress(),
            new AppParts(rooms.tenancy().variables(), rooms.tenancy().identity()),
            rooms.face().brands(),
            vault(rooms.vault()),
            rooms.household()));
  }

  private static MoneyParts money(Rooms rooms) {
    Money money = rooms.money();
    Gate gate = rooms.gate();
    Organisations organisations = rooms.entrance().organisations();
    return new MoneyParts(
        money.usage(),
        money.prices(),
        gate.keys(),
        new TenantKeys(rooms.tenancy().tenants()),
        money.budgets(),
        new SpenderNames(rooms),
        gate.models(),
        gate.limits(),
        gate.routes(),
        money.rates(),
        money.upstream().keys(),
        money.statements(),
        money.links(),
        money.rates(),
        new BilledSeats(organisations, money.statements()));
  }

  private static VaultParts vault(Vault vault) {
    return new VaultParts(
        vault.reading(),
        vault.rotation().changes(),
        (environment, by) ->
            vault.infrastructure().syncs().order(environment, List.of(), false, by),
        vault.infrastructure());
  }

  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "localhost";
    }
  }
}

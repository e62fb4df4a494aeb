package io.innkeeper.infrastructure.login;

import io.innkeeper.http.Routes;
import io.innkeeper.infrastructure.reading.Reading;
import io.innkeeper.infrastructure.reading.ReadingRoom;
import io.innkeeper.infrastructure.room.InfrastructureRoom;
import io.innkeeper.infrastructure.vcf.Vcf;
import io.innkeeper.job.Jobs;

/** Trying passwords put together. */
public final class LoginRoom {
  private final Logins logins;

  /** What it stands on. */
  public record Needs(
      Reading.Ground ground, InfrastructureRoom infrastructure, ReadingRoom reading, Jobs jobs) {}

  public LoginRoom(Needs needs) {
    this(needs, needs.infrastructure().loginTest(), Target.Ports.USUAL, Patience.USUAL);
  }

  /** One that knocks elsewhere, or waits otherwise. */
  LoginRoom(Needs needs, boolean on, Target.Ports ports, Patience patience) {
    InfrastructureRoom infrastructure = needs.infrastructure();
    Vcf vcf = infrastructure.vcf();
    logins =
        new Logins(
            new Logins.Manner(
                on,
                needs.reading().reading().demandsReason(),
                ports,
                way -> way == Way.SSH ? new SshDoor(patience) : new TlsDoor(vcf, way, patience)),
            new Logins.Around(
                infrastructure.environments(),
                infrastructure.credentials(),
                needs.reading().rights(),
                infrastructure.expiry().drifts(),
                needs.jobs(),
                vcf),
            new LoginBook(needs.ground()),
            needs.ground().clock());
  }

  public Logins logins() {
    return logins;
  }

  public void hang(Routes routes) {
    new LoginResource(logins).hang(routes);
  }
}

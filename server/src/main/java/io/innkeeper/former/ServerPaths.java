package io.innkeeper.former;

import static io.innkeeper.caller.Role.ADMIN;
import static io.innkeeper.caller.Role.VIEWER;

import io.innkeeper.household.Household;
import io.innkeeper.household.Stand;
import io.innkeeper.http.Call;
import io.innkeeper.http.Routes;
import io.innkeeper.infrastructure.Environments;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;

/** The server, its certificate and what it reads by itself, where they were. */
final class ServerPaths {
  private final Household household;
  private final Environments environments;
  private final Supplier<X509Certificate> certificate;
  private final Clock clock;

  ServerPaths(
      Household household,
      Environments environments,
      Supplier<X509Certificate> certificate,
      Clock clock) {
    this.household = household;
    this.environments = environments;
    this.certificate = certificate;
    this.clock = clock;
  }

  void hang(Routes routes) {
    routes.api(
        "GET",
        "/api/version",
        VIEWER,
        "As the VCF Credentials Manager told it; use /api/v1/server.",
        FormerVersion.class,
        call -> version());
    routes.api(
        "GET",
        "/api/storage-info",
        ADMIN,
        "As the VCF Credentials Manager told it; use /api/v1/server.",
        FormerStorage.class,
        call -> storage());
    routes.api(
        "GET",
        "/api/ssl-info",
        ADMIN,
        "The console's certificate, as the VCF Credentials Manager told it.",
        FormerCertificate.class,
        call -> certificate());
    routes.api(
        "GET",
        "/api/scheduler/status",
        ADMIN,
        "Which sources are read by themselves, as the VCF Credentials Manager told it.",
        FormerSchedule.class,
        call -> FormerSchedule.of(environments.list(false), clock.instant()));
    routes.api(
        "POST",
        "/api/restart-server",
        ADMIN,
        "Starts the server again; use /api/v1/server/restart.",
        FormerRestart.class,
        this::restart);
  }

  private FormerVersion version() {
    Household.Identity identity = household.identity();
    return new FormerVersion(
        identity.version(),
        identity.version().endsWith("-SNAPSHOT") ? "development" : "release",
        "unknown",
        "unknown",
        "unknown",
        identity.built().toString().substring(0, 10),
        identity.built());
  }

  private FormerStorage storage() {
    Stand stand = household.measures().latest().orElseGet(household.measures()::measure);
    long logs = household.log().files().stream().mapToLong(file -> file.bytes()).sum();
    Stand.Disk disk = stand.disk();
    return new FormerStorage(
        Human.size(stand.store().bytes()),
        household.storeFolder().toString(),
        Human.size(logs),
        household.log().files().size(),
        disk.total(),
        Human.size(disk.total()),
        Human.size(disk.free()),
        Human.size(disk.used()));
  }

  private FormerCertificate certificate() {
    X509Certificate shown = certificate.get();
    Instant until = shown.getNotAfter().toInstant();
    return new FormerCertificate(
        true,
        shown.getSubjectX500Principal().getName(),
        shown.getIssuerX500Principal().getName(),
        shown.getNotBefore().toInstant(),
        until,
        Duration.between(clock.instant(), until).toDays());
  }

  private FormerRestart restart(Call call) {
    household.restarts().order(call.actor());
    return new FormerRestart(
        "The server starts again",
        "Sessions and tokens stay; GET /api/v1/server tells when it is back");
  }
}

package io.innkeeper.former;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import io.innkeeper.infrastructure.Environment;
import io.innkeeper.infrastructure.Source;
import io.innkeeper.infrastructure.SourceKind;
import io.innkeeper.infrastructure.Trust;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An environment.
 *
 * @param syncEnabled the manager's, as are the next
 * @param lastSync when a source was last tried
 * @param lastSyncStatus of both sources together: success, partial, failed or never
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.ALWAYS)
record FormerEnvironment(
    UUID id,
    String name,
    String description,
    @Nullable String installerHost,
    @Nullable String installerUsername,
    @Nullable String managerHost,
    @Nullable String managerUsername,
    boolean installerSslVerify,
    boolean managerSslVerify,
    boolean sslVerify,
    boolean installerSyncEnabled,
    int installerSyncIntervalMinutes,
    boolean managerSyncEnabled,
    int managerSyncIntervalMinutes,
    boolean syncEnabled,
    int syncIntervalMinutes,
    @Nullable Instant lastSync,
    String lastSyncStatus,
    @Nullable String installerError,
    @Nullable String managerError,
    long credentialCount) {

  static FormerEnvironment of(Environment one, long credentials) {
    Part installer = new Part(one.source(SourceKind.INSTALLER));
    Part manager = new Part(one.source(SourceKind.MANAGER));
    return new FormerEnvironment(
        one.id(),
        one.name(),
        one.description(),
        installer.host(),
        installer.username(),
        manager.host(),
        manager.username(),
        installer.verified(),
        manager.verified(),
        manager.verified(),
        installer.enabled(),
        installer.minutes(),
        manager.enabled(),
        manager.minutes(),
        manager.enabled(),
        manager.minutes(),
        lastTry(one).orElse(null),
        status(one),
        installer.error(),
        manager.error(),
        credentials);
  }

  private static Optional<Instant> lastTry(Environment one) {
    return one.sources().stream()
        .flatMap(source -> source.standing().triedAt().stream())
        .max(Instant::compareTo);
  }

  /** There was no word for a sync that waits for a person; nothing of what it read is kept. */
  private static String status(Environment one) {
    return one.status() == Source.Status.ASKS ? "failed" : one.status().word();
  }

  private record Part(Optional<Source> source) {
    @Nullable String host() {
      return source.map(one -> one.spec().at().host()).orElse(null);
    }

    @Nullable String username() {
      return source.map(one -> one.spec().username()).orElse(null);
    }

    boolean verified() {
      return source.filter(one -> one.spec().trust().kind() == Trust.Kind.OFF).isEmpty();
    }

    boolean enabled() {
      return source.filter(one -> one.spec().scheduled()).isPresent();
    }

    int minutes() {
      return source.map(one -> one.spec().everyMinutes()).orElse(0);
    }

    @Nullable String error() {
      return source.flatMap(one -> one.standing().problem()).map(Source.Problem::said).orElse(null);
    }
  }
}

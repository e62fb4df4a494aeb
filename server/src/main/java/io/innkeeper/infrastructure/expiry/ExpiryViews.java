package io.innkeeper.infrastructure.expiry;

import io.innkeeper.client.DriftAccountView;
import io.innkeeper.client.DriftView;
import io.innkeeper.client.ExpiringCredentialView;
import io.innkeeper.client.ExpiryCheckView;
import io.innkeeper.client.SyncProblemView;
import io.innkeeper.infrastructure.Account;
import io.innkeeper.infrastructure.Credential;
import io.innkeeper.infrastructure.Lifetime;
import io.innkeeper.infrastructure.Source.Problem;
import io.innkeeper.infrastructure.expiry.Drift.Finding;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Ends and drifts as the API tells them. */
final class ExpiryViews {
  private ExpiryViews() {}

  static ExpiringCredentialView of(Credential one, String environment, Instant now) {
    Account account = one.account();
    Lifetime lifetime = one.lifetime();
    Forecast forecast = Forecast.of(lifetime, now);
    return new ExpiringCredentialView(
        one.id(),
        one.environment(),
        environment,
        account.resourceName(),
        account.username(),
        account.credentialType(),
        account.accountType(),
        account.resourceType(),
        forecast.band().word(),
        forecast.daysLeft().orElse(null),
        forecast.beforeRotation(),
        lifetime.expiresAt().orElse(null),
        lifetime.expiryCheckedAt().orElse(null),
        lifetime.expiryStatus().orElse(null),
        lifetime.rotationDays().orElse(null),
        lifetime.nextRotationAt().orElse(null),
        one.verifiedAt().orElse(null));
  }

  static ExpiryCheckView of(ExpiryCheck check) {
    return new ExpiryCheckView(
        check.state().word(),
        check.at().orElse(null),
        check.nextAt().orElse(null),
        check.job().orElse(null),
        check.asked(),
        check.told(),
        problem(check.problem()));
  }

  static DriftView of(Drift drift, Optional<Drift.Failure> failure) {
    return new DriftView(
        drift.at(),
        drift.job(),
        drift.by(),
        drift.count(Finding.SAME),
        drift.count(Finding.DIFFERENT),
        drift.count(Finding.MISSING_THERE),
        drift.count(Finding.MISSING_HERE),
        drift.count(Finding.UNREADABLE),
        problem(drift.problem()),
        failure.map(Drift.Failure::at).orElse(null),
        problem(failure.map(Drift.Failure::problem)));
  }

  static DriftAccountView of(Drift.Line line) {
    return new DriftAccountView(
        line.finding().word(),
        line.source().word(),
        line.credential().orElse(null),
        line.host(),
        line.username(),
        line.credentialType());
  }

  private static @Nullable SyncProblemView problem(Optional<Problem> problem) {
    return problem
        .map(one -> new SyncProblemView(one.code(), one.said(), one.advice().orElse(null)))
        .orElse(null);
  }
}

package io.innkeeper.infrastructure;

import io.innkeeper.client.CredentialView;
import io.innkeeper.client.EnvironmentView;
import io.innkeeper.client.ShownCertificateView;
import io.innkeeper.client.SourceTestView;
import io.innkeeper.client.SourceView;
import io.innkeeper.client.SyncProblemView;
import io.innkeeper.client.SyncRunView;
import io.innkeeper.fault.Fault;
import io.innkeeper.infrastructure.Source.Problem;
import io.innkeeper.infrastructure.Source.Standing;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Environments and what was read of them as API, CLI and console are told of them. */
public final class EnvironmentViews {
  private EnvironmentViews() {}

  public static EnvironmentView of(Environment one, long credentials) {
    return new EnvironmentView(
        one.id(),
        one.name(),
        one.description(),
        one.byFile(),
        one.status().word(),
        one.sources().stream().map(EnvironmentViews::of).toList(),
        credentials,
        one.expiryMinutes().orElse(null),
        one.created().at(),
        one.created().by(),
        one.changed().at(),
        one.changed().by(),
        one.removed().map(Environment.Stamp::at).orElse(null),
        one.version());
  }

  private static SourceView of(Source source) {
    SourceSpec spec = source.spec();
    Standing standing = source.standing();
    return new SourceView(
        spec.kind().word(),
        spec.at().host(),
        spec.at().port(),
        spec.username(),
        spec.trust().kind().word(),
        spec.trust().text(),
        spec.enabled(),
        spec.everyMinutes(),
        standing.nextAt().orElse(null),
        standing.status().word(),
        standing.triedAt().orElse(null),
        standing.succeededAt().orElse(null),
        standing.failures(),
        problem(standing.problem()),
        standing.version().orElse(null));
  }

  public static SyncRunView of(SyncRun run) {
    SyncRun.Counts counts = run.counts();
    return new SyncRunView(
        run.id(),
        run.source().word(),
        run.job(),
        run.cause().word(),
        run.by(),
        run.begun(),
        run.ended().orElse(null),
        run.state().word(),
        counts.seen(),
        counts.added(),
        counts.changed(),
        counts.renamed(),
        counts.returned(),
        counts.missing(),
        counts.unreadable(),
        counts.skipped(),
        problem(run.problem()));
  }

  public static CredentialView of(Credential one) {
    Account account = one.account();
    Lifetime lifetime = one.lifetime();
    return new CredentialView(
        one.id(),
        one.environment(),
        one.source().word(),
        one.initial(),
        account.resourceName(),
        account.ip(),
        account.username(),
        account.credentialType(),
        account.accountType(),
        account.resourceType(),
        account.domains(),
        one.former().map(Credential.Former::name).orElse(null),
        one.seen().first(),
        one.seen().last(),
        one.missingSince().orElse(null),
        one.unreadableSince().orElse(null),
        lifetime.expiresAt().orElse(null),
        lifetime.expiryStatus().orElse(null),
        lifetime.rotationDays().orElse(null),
        lifetime.nextRotationAt().orElse(null),
        one.values(),
        one.verifiedAt().orElse(null),
        one.tried()
            .map(
                last ->
                    new CredentialView.LastTry(
                        last.at(),
                        last.by(),
                        last.outcome().word(),
                        one.value().filter(last.value()::equals).isPresent()))
            .orElse(null));
  }

  public static SourceTestView works(SourceSpec source, Appliance appliance) {
    return new SourceTestView(
        source.kind().word(),
        source.at().host(),
        true,
        appliance.role().isPresent(),
        appliance.version().orElse(null),
        null,
        null);
  }

  public static SourceTestView fails(SourceSpec source, Fault fault) {
    Object sha = fault.details().get("sha256");
    return new SourceTestView(
        source.kind().word(),
        source.at().host(),
        false,
        false,
        null,
        problem(Optional.of(Problem.of(fault))),
        sha == null ? null : sha.toString());
  }

  public static ShownCertificateView of(X509Certificate certificate) {
    return new ShownCertificateView(
        certificate.getSubjectX500Principal().getName(),
        certificate.getIssuerX500Principal().getName(),
        Trust.fingerprint(certificate),
        certificate.getNotBefore().toInstant(),
        certificate.getNotAfter().toInstant(),
        names(certificate));
  }

  private static List<String> names(X509Certificate certificate) {
    try {
      Collection<List<?>> all = certificate.getSubjectAlternativeNames();
      Stream<List<?>> names = all == null ? Stream.empty() : all.stream();
      return names.map(name -> String.valueOf(name.get(1))).toList();
    } catch (CertificateParsingException e) {
      return List.of();
    }
  }

  private static @Nullable SyncProblemView problem(Optional<Problem> problem) {
    return problem
        .map(one -> new SyncProblemView(one.code(), one.said(), one.advice().orElse(null)))
        .orElse(null);
  }
}

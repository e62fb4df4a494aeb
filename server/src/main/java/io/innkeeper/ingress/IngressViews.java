package io.innkeeper.ingress;

import io.innkeeper.client.CertificateView;
import io.innkeeper.client.HostnameCheckView;
import io.innkeeper.client.HostnameView;
import io.innkeeper.client.IngressView;
import io.innkeeper.client.MaintenanceView;
import io.innkeeper.ingress.certificate.StoredCertificate;
import io.innkeeper.ingress.dns.DnsReport;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What programs are shown of the front door. */
final class IngressViews {
  private final IngressRoom room;
  private final Clock clock;

  IngressViews(IngressRoom room, Clock clock) {
    this.room = room;
    this.clock = clock;
  }

  HostnameView hostname(Claim claim) {
    Optional<StoredCertificate> shown = claim.certificate().map(room.certificates()::get);
    return new HostnameView(
        claim.name().value(),
        claim.name().shown(),
        room.hostnames().street().named(claim.tenant().toString()).slug(),
        claim.role(),
        claim.automatic(),
        claim.certificate().orElse(null),
        shown.map(one -> one.source().word()).orElse(null),
        shown.map(one -> one.state(clock.instant())).orElse(null),
        shown.map(StoredCertificate::validUntil).orElse(null),
        given(claim.problem()),
        claim.notBefore().orElse(null),
        null);
  }

  CertificateView certificate(StoredCertificate one) {
    List<String> shownBy =
        room.hostnames().all().stream()
            .filter(claim -> claim.certificate().filter(one.id()::equals).isPresent())
            .map(claim -> claim.name().value())
            .toList();
    return new CertificateView(
        one.id(),
        one.source().word(),
        one.state(clock.instant()),
        one.names(),
        shownBy,
        one.issuer(),
        one.fingerprint(),
        one.validFrom(),
        one.validUntil(),
        one.renewAt().orElse(null),
        one.replaces().orElse(null),
        one.madeAt(),
        one.madeBy(),
        one.revokedAt().orElse(null));
  }

  IngressView ingress(FrontState state) {
    return new IngressView(
        state.mode().name().toLowerCase(Locale.ROOT),
        state.word(),
        given(state.version()),
        state.sites(),
        given(state.wanted()),
        given(state.served()),
        state.drift(),
        given(state.problem()),
        room.certificates().authority().orElse(null),
        room.settings().httpPort(),
        room.settings().httpsPort());
  }

  static HostnameCheckView check(DnsReport report) {
    return new HostnameCheckView(
        report.name().value(),
        report.verdict().word(),
        report.said(),
        report.records().a(),
        report.records().aaaa(),
        report.records().cname(),
        report.here());
  }

  static MaintenanceView maintenance(DoorRow door) {
    return new MaintenanceView(door.maintenance(), door.words(), door.open());
  }

  private static @Nullable String given(String text) {
    return text.isEmpty() ? null : text;
  }
}

package io.innkeeper.infrastructure.expiry;

import io.innkeeper.infrastructure.Account;
import io.innkeeper.infrastructure.Credential;
import io.innkeeper.infrastructure.SourceKind;
import io.innkeeper.infrastructure.ValueStore.Opened;
import io.innkeeper.infrastructure.expiry.Drift.Finding;
import io.innkeeper.infrastructure.expiry.Drift.Line;
import io.innkeeper.infrastructure.sync.Known;
import io.innkeeper.infrastructure.vcf.Reading;
import io.innkeeper.infrastructure.vcf.Told;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Compares what is known of a source with what it says now. Pure; passwords stay in memory. */
final class Comparison {
  private Comparison() {}

  /**
   * Account by account; what was not told of a reading that isn't whole is not missing.
   *
   * @param latest the latest passwords, by credential
   */
  static List<Line> of(
      SourceKind source, List<Credential> here, Map<UUID, Opened> latest, Reading there) {
    Known known = new Known(here, latest, there.told());
    List<Line> lines = new ArrayList<>();
    for (Told told : there.told()) {
      if (!told.account().known()) continue;
      Optional<Credential> ours = known.match(told.account());
      if (ours.isPresent())
        lines.add(line(finding(known.latest(ours.get()), told), source, ours, told.account()));
      else if (known.fresh(told.account()))
        lines.add(line(Finding.MISSING_HERE, source, ours, told.account()));
    }
    if (there.whole())
      for (Credential gone : known.unmatched())
        lines.add(line(Finding.MISSING_THERE, source, Optional.of(gone), gone.account()));
    return lines;
  }

  private static Finding finding(Optional<Opened> ours, Told told) {
    if (told.secret().isEmpty()) return Finding.UNREADABLE;
    boolean same = ours.filter(one -> one.secret().equals(told.secret().get())).isPresent();
    return same ? Finding.SAME : Finding.DIFFERENT;
  }

  private static Line line(
      Finding finding, SourceKind source, Optional<Credential> ours, Account account) {
    return new Line(
        finding,
        source,
        ours.map(Credential::id),
        account.resourceName(),
        account.username(),
        account.credentialType());
  }
}

package io.innkeeper.console;

import io.innkeeper.advisor.Advice.Severity;
import io.innkeeper.advisor.AdviceRow;
import io.innkeeper.branding.LicenceWatch.Watched;
import io.innkeeper.console.view.Action;
import io.innkeeper.console.view.Moment;
import io.innkeeper.console.view.Need;
import io.innkeeper.console.view.Sentence;
import io.innkeeper.console.view.WindowState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What the licences of looks and the security advisor's worst findings ask of somebody. */
final class SafetyNeeds {
  private final ConsoleParts parts;
  private final Moments moments;

  SafetyNeeds(ConsoleParts parts, Moments moments) {
    this.parts = parts;
    this.moments = moments;
  }

  /** As last written down; nothing is looked at anew. */
  List<Need> all() {
    List<Need> needs = new ArrayList<>();
    for (Watched one : parts.brands().watch().looks())
      if (one.standing().decisionNeeded() || one.standing().near()) needs.add(licence(one));
    advice(needs);
    return needs;
  }

  private Need licence(Watched one) {
    Sentence text =
        Sentence.NONE
            .strong(one.tenant().spec().displayName())
            .plain(" wears its own look: " + one.standing().said());
    return new Need(
        one.standing().holds() ? WindowState.DEGRADED : WindowState.FAILED,
        text,
        Moment.NONE,
        List.of(Action.go("See what it rests on", "/tenants/" + one.tenant().slug() + "/brand")));
  }

  private void advice(List<Need> needs) {
    Instant now = parts.clock().instant();
    List<AdviceRow> high =
        parts.advisor().report().rows().stream()
            .filter(row -> row.open(now) && row.advice().severity() == Severity.HIGH)
            .sorted(Comparator.comparing(AdviceRow::since))
            .toList();
    if (high.isEmpty()) return;
    String more =
        switch (high.size()) {
          case 1 -> "";
          case 2 -> " Another finding is as bad.";
          default -> " %d more findings are as bad.".formatted(high.size() - 1);
        };
    Sentence text =
        Sentence.NONE.strong("Security").plain(": " + high.getFirst().advice().what() + more);
    needs.add(
        new Need(
            WindowState.DEGRADED,
            text,
            moments.time(high.getFirst().since()).said("since"),
            List.of(Action.go("See what mends it", SecurityPage.PATH))));
  }
}

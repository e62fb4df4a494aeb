package io.innkeeper.console;

import io.innkeeper.console.view.CrossCheckView;
import io.innkeeper.console.view.WindowState;
import io.innkeeper.crosscheck.CrossChecks;
import java.util.List;

/** A ledger beside others' counts, to look at. */
final class SampleCrossCheck {
  private static final String HASH =
      "6a1821d5ce8262ee7700d9bfd7ec2f5e7ffd82c30283268fb36b50a16f09ee6f";

  private SampleCrossCheck() {}

  static CrossCheckView some() {
    return new CrossCheckView(
        SampleMoney.head("Okręgowa Izba Pielęgniarek i Położnych", true),
        "2026-11-01 to 2026-11-30",
        "/organisation-cross-check",
        List.of(
            day("2026-11-28", "1,204", "12.40718", "12.40718", "0", ""),
            day("2026-11-27", "1,198", "11.98", "12.00000045", "0.02000045", ""),
            day("2026-11-26", "977", "9.10", "—", "—", "OpenRouter did not answer in 10 s.")),
        "No day of these was compared yet.",
        List.of(
            new CrossCheckView.Workspace(
                "recepcja",
                "/tenants/recepcja",
                "3,102",
                "1,204,551",
                "3,090",
                "1,201,007",
                "−3,544",
                ""),
            new CrossCheckView.Workspace(
                "archiwum",
                "/tenants/archiwum",
                "12",
                "4,020",
                "—",
                "—",
                "—",
                "Tried to reach Open WebUI at http://127.0.0.1:20031, but nothing listens there.")),
        CrossChecks.UNKNOWABLE);
  }

  static CrossCheckView none() {
    return new CrossCheckView(
        SampleMoney.head("Tatra Outdoor", true),
        "2026-11-01 to 2026-11-30",
        "/organisation-cross-check",
        List.of(),
        "No day of these was compared yet. It is done each night, for the days before.",
        List.of(),
        CrossChecks.UNKNOWABLE);
  }

  private static CrossCheckView.Day day(
      String day, String calls, String ours, String theirs, String drift, String why) {
    boolean same = drift.equals("0");
    return new CrossCheckView.Day(
        day,
        "openrouter",
        calls,
        ours,
        why.isEmpty() ? calls : "—",
        theirs,
        drift,
        same ? WindowState.SETTLED : WindowState.UNSETTLED,
        same ? "The same" : why.isEmpty() ? "Differs" : "Not told",
        why,
        why.isEmpty() ? List.of(new CrossCheckView.Key(HASH, calls, theirs)) : List.of());
  }
}

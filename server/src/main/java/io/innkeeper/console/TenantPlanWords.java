package io.innkeeper.console;

import io.innkeeper.client.TenantPlanView;
import io.innkeeper.console.view.Difference;
import io.innkeeper.console.view.FormView;
import io.innkeeper.console.view.JobPanel;
import io.innkeeper.console.view.Sentence;
import io.innkeeper.console.view.WindowState;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What an act would do, as pages show it. */
final class TenantPlanWords {
  private static final String LABEL = "io.innkeeper.";
  private static final int LONG = 60;

  private TenantPlanWords() {}

  static Difference difference(TenantPlanView plan, String cost) {
    return new Difference(
        plan.differences().stream().map(TenantPlanWords::line).toList(), cost, List.of());
  }

  /** What opening will do, step by step. */
  static FormView.Plan opening(List<String> steps, int bad) {
    return new FormView.Plan(
        "What will happen",
        mend(bad),
        steps.stream()
            .map(name -> new JobPanel.Step(WindowState.WAITING, Sentence.of(name), "", ""))
            .toList(),
        Optional.empty(),
        "Each step is taken back by itself if a later one fails.");
  }

  /** What a change will do, setting by setting. */
  static FormView.Plan changing(TenantPlanView plan, int bad) {
    Optional<Difference> difference =
        plan.differences().isEmpty() ? Optional.empty() : Optional.of(difference(plan, ""));
    return new FormView.Plan("What will change", mend(bad), List.of(), difference, plan.sentence());
  }

  /** While the engine says nothing. */
  static FormView.Plan unknown(String title, int bad) {
    return new FormView.Plan(
        title,
        mend(bad),
        List.of(),
        Optional.empty(),
        "The container engine does not answer, so what would change is not known now.");
  }

  private static String mend(int bad) {
    if (bad == 0) return "";
    return bad == 1 ? "1 thing to mend" : bad + " things to mend";
  }

  private static Difference.Line line(TenantPlanView.Difference one) {
    boolean variable = one.setting().matches("[A-Z][A-Z0-9_]+");
    return new Difference.Line(
        Difference.Change.valueOf(one.change().toUpperCase(Locale.ROOT)),
        setting(one.setting()),
        variable,
        shown(one.now()),
        shown(one.after()));
  }

  private static String setting(String name) {
    return name.startsWith(LABEL) ? "Label " + name.substring(LABEL.length()) : name;
  }

  /** A build's id and other long values by their ends. */
  private static String shown(String value) {
    if (value.matches("sha256:[0-9a-f]{64}"))
      return value.substring(7, 11) + "…" + value.substring(67);
    return value.length() <= LONG ? value : value.substring(0, LONG - 1) + "…";
  }
}

package io.innkeeper.console;

import io.innkeeper.console.view.FormView;
import io.innkeeper.console.view.JobPanel;
import io.innkeeper.console.view.Sentence;
import io.innkeeper.console.view.WindowState;
import io.innkeeper.fault.Fault;
import io.innkeeper.person.WideAsked;
import io.innkeeper.person.WidePlan.Planned;
import io.innkeeper.person.WideVerb;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What would become of people in several workspaces, beside the form that asks for it. */
final class WidePlanWords {
  private static final int MOST = 40;

  private WidePlanWords() {}

  static String label(WideVerb verb) {
    return switch (verb) {
      case APPROVE -> "Approve";
      case PROMOTE -> "Make an admin";
      case DEMOTE -> "Make an ordinary user";
      case SUSPEND -> "Suspend";
      case SIGN_OUT -> "Sign out everywhere";
      case RESET_PASSWORD -> "New password";
      case DELETE -> "Delete with all chats";
      case ADD_TO_GROUP -> "Add to a group";
      case ADD -> "Add";
    };
  }

  static FormView.Plan plan(ConsoleParts parts, Supplier<WideAsked> asked, Typed typed) {
    if (!typed.problems().isEmpty()) return plan("Something is to be mended first.", List.of());
    try {
      List<Planned> all = parts.people().wide().plan(asked.get());
      int more = all.size() - MOST;
      String foot =
          "One that refuses keeps no other from it; the result shows each and can be repeated.";
      return plan(
          more > 0 ? "And " + more + " more. " + foot : foot,
          all.stream().limit(MOST).map(WidePlanWords::step).toList());
    } catch (Fault e) {
      return plan(e.said(), List.of());
    }
  }

  private static FormView.Plan plan(String foot, List<JobPanel.Step> steps) {
    return new FormView.Plan("What becomes of each", "", steps, Optional.empty(), foot);
  }

  private static JobPanel.Step step(Planned one) {
    Sentence name = Sentence.of(one.person().email() + " in " + one.tenant().spec().displayName());
    return switch (one.would()) {
      case WOULD -> new JobPanel.Step(WindowState.WAITING, name, "", one.said());
      case SAME -> new JobPanel.Step(WindowState.FINISHED, name, "is so already", one.said());
      case REFUSED -> new JobPanel.Step(WindowState.REFUSED, name, "refuses", one.said());
    };
  }

  /** The same with what must be mended so far. */
  static Typed judged(
      ConsoleParts parts, Supplier<WideAsked> asked, Typed typed, String otherwise) {
    try {
      List<Planned> unused = parts.people().wide().plan(asked.get());
      return typed;
    } catch (Fault e) {
      return typed.refusedBy(e, otherwise);
    }
  }
}

package io.innkeeper.console;

import static io.innkeeper.console.SampleShell.LONG;

import io.innkeeper.console.view.Action;
import io.innkeeper.console.view.Field;
import io.innkeeper.console.view.Field.Choice;
import io.innkeeper.console.view.FieldGroup;
import io.innkeeper.console.view.FormView;
import io.innkeeper.console.view.JobPanel;
import io.innkeeper.console.view.Sentence;
import io.innkeeper.console.view.Tab;
import io.innkeeper.console.view.WideActView;
import io.innkeeper.console.view.WindowState;
import java.util.List;
import java.util.Optional;

/** What is done to several tenants, or to people of several, to look at. */
final class SampleSeveral {
  private static final String ANNA = "anna@klinika-wrzos.example";

  private SampleSeveral() {}

  static FormView settings() {
    return form(
        "Change settings of several tenants",
        "Each tenant’s own layer. One job goes through them, and takes all back when one does not"
            + " come up with it.",
        new Tab("Settings", "", "/settings", false),
        FieldGroup.of(
            "Which tenants",
            Field.of(Field.Kind.AREA, "tenants", "Tenants")
                .optional("slugs; none for all that are as below")
                .holding("wrzos\nbrzoza"),
            any("organisation", "Organisation"),
            any("version", "Version")),
        FieldGroup.of(
            "What they get",
            Field.of(Field.Kind.AREA, "environment", "Set")
                .optional("NAME=value, one a line")
                .holding("TASK_MODEL_EXTERNAL=openai/gpt-5-nano"),
            Field.tick("leave-out", "Leave out those that refuse")),
        List.of(
            new JobPanel.Step(
                WindowState.WAITING,
                Sentence.of("Klinika Wrzos"),
                "new container",
                "TASK_MODEL_EXTERNAL: not set → openai/gpt-5-nano"),
            new JobPanel.Step(
                WindowState.FINISHED, Sentence.of("Kuźnia Danych"), "has it already", ""),
            new JobPanel.Step(
                WindowState.REFUSED,
                Sentence.of(LONG),
                "refuses",
                "It failed before; mend it first.")));
  }

  static FormView where() {
    return form(
        "Where is " + ANNA + "?",
        "Every workspace that knows the address, as it told last.",
        new Tab("Find a person", "", "/people", false),
        FieldGroup.of(
            "Where",
            Field.tick("in-wrzos", "Klinika Wrzos").noted("main admin, told 3 min ago"),
            Field.tick("in-brzoza", LONG).noted("user, in Księgowość").holding("on")),
        FieldGroup.of(
            "What",
            Field.select("verb", "What to do", List.of(new Choice("suspend", "Suspend", ""))),
            Field.text("reason", "Reason").optional("for the audit")),
        List.of(
            new JobPanel.Step(
                WindowState.WAITING, Sentence.of(ANNA + " in Kuźnia Danych"), "", "user")));
  }

  static WideActView act() {
    return new WideActView(
        "Suspend: " + ANNA,
        "1 of 2 are as wanted. Ordered by Marta Zielińska, 3 min ago. “Has left”",
        List.of(new Tab("Find a person", "", "/people", false)),
        List.of(
            Action.go("The job", "/jobs/1"),
            Action.post("Repeat for 1", "/people/acts/1/repeat").with("rotate-cw").primary()),
        Optional.empty(),
        List.of(
            new WideActView.Row(
                ANNA, "Klinika Wrzos", "/tenant-people", WindowState.FINISHED, "Done", ""),
            new WideActView.Row(
                ANNA,
                LONG,
                "/tenant-people",
                WindowState.FAILED,
                "Failed",
                "Tried to sign in but the workspace does not answer.")));
  }

  private static Field any(String name, String label) {
    return Field.select(name, label, List.of(new Choice("", "Any", ""))).optional("");
  }

  private static FormView form(
      String heading,
      String lead,
      Tab parent,
      FieldGroup first,
      FieldGroup second,
      List<JobPanel.Step> steps) {
    return new FormView(
        heading,
        lead,
        List.of(parent),
        Optional.empty(),
        List.of(first, second),
        "/several",
        "",
        "Apply",
        "/tenants",
        "/several/commands",
        Optional.of(
            new FormView.Plan(
                "What becomes of each",
                "",
                steps,
                Optional.empty(),
                "A tenant that refuses stops all, unless it is left out.")),
        Optional.empty());
  }
}

package io.innkeeper.console;

import io.innkeeper.console.view.Action;
import io.innkeeper.console.view.OverviewView.Start;
import io.innkeeper.console.view.WindowState;
import io.innkeeper.engine.EngineException;
import java.util.List;

/** The way to the first workspace, each step with how it stands. */
final class FirstRun {
  private FirstRun() {}

  static List<Start> steps(ConsoleParts parts, boolean acts) {
    boolean engine = engineAnswers(parts);
    boolean owners = !parts.organisations().all().isEmpty();
    Action create = Action.go("Create an organisation", "/organisations/new");
    Action open = Action.go("Open a tenant", "/tenants/new");
    return List.of(
        new Start(
            WindowState.FINISHED, "You are signed in", "With a password of your own.", List.of()),
        new Start(
            engine ? WindowState.FINISHED : WindowState.FAILED,
            "The container engine answers",
            engine
                ? "Containers can be made on this host."
                : "Start Docker Engine; innkeeper doctor says where it is looked for.",
            engine ? List.of() : List.of(Action.go("What to check", "/health"))),
        new Start(
            owners ? WindowState.FINISHED : WindowState.WAITING,
            "An organisation",
            "Who pays. It owns tenants, and later their budget and statements.",
            owners || !acts ? List.of() : List.of(create.primary())),
        new Start(
            WindowState.WAITING,
            "The first tenant",
            "One Open WebUI of its own: container, data, address and first admin.",
            acts ? List.of(owners ? open.primary() : open) : List.of()));
  }

  private static boolean engineAnswers(ConsoleParts parts) {
    try {
      parts.engine().info();
      return true;
    } catch (EngineException e) {
      return false;
    }
  }
}

package io.innkeeper.schedule;

import static io.innkeeper.caller.Role.VIEWER;

import io.innkeeper.client.ScheduledTaskView;
import io.innkeeper.http.Routes;
import java.util.List;
import java.util.function.Supplier;

/** The schedule for programs: {@code /api/v1/schedule}. */
public final class ScheduleResource {
  private final Supplier<List<ScheduledTask>> tasks;

  public ScheduleResource(Supplier<List<ScheduledTask>> tasks) {
    this.tasks = tasks;
  }

  public void hang(Routes routes) {
    routes.api(
        "GET",
        "/api/v1/schedule",
        VIEWER,
        "Lists what runs by itself: when last, how it went, when next.",
        ScheduledTaskView[].class,
        call -> tasks.get().stream().map(ScheduleResource::view).toList());
  }

  private static ScheduledTaskView view(ScheduledTask task) {
    return new ScheduledTaskView(
        task.name(),
        task.interval(),
        task.begun().orElse(null),
        task.ended().orElse(null),
        task.failure().orElse(null),
        task.due());
  }
}

package io.innkeeper.schedule;

import java.time.Instant;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;

/** What people want to run now. Whoever holds the lease reads them, in whichever process. */
final class TaskWishes {
  private TaskWishes() {}

  /** Who wants it, by the task's name. */
  static Map<String, String> all(Handle handle) {
    return handle
        .createQuery("select task, wanted_by from task_wishes")
        .map((row, context) -> Map.entry(row.getString("task"), row.getString("wanted_by")))
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /** Keeps a wish; answers whether there was none yet. */
  static boolean make(Handle handle, String task, String by, Instant now) {
    return handle
            .createUpdate(
                """
                insert into task_wishes (task, wanted_at, wanted_by) values (:task, :now, :by)
                on conflict (task) do nothing
                """)
            .bind("task", task)
            .bind("now", now)
            .bind("by", by)
            .execute()
        == 1;
  }

  static void granted(Handle handle, String task) {
    handle.createUpdate("delete from task_wishes where task = :task").bind("task", task).execute();
  }
}

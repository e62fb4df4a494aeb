package io.innkeeper.job;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.innkeeper.client.JobView;
import io.innkeeper.client.Json;
import io.innkeeper.http.Reply;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One reader's view of one job as server-sent events: {@code log} for each line, {@code job} for
 * each change, {@code end} when nothing more will come. A line's position is the event's id, so a
 * reader that comes back goes on where it was.
 */
final class JobEvents implements Reply.Stream {
  private static final long HEARTBEAT_SECONDS = 15;

  private final Jobs jobs;
  private final UUID id;
  private long position;

  /**
   * @param position the last line the reader has seen
   */
  JobEvents(Jobs jobs, UUID id, long position) {
    this.jobs = jobs;
    this.id = id;
    this.position = position;
  }

  @Override
  public void writeTo(OutputStream out) throws IOException, InterruptedException {
    // A slow reader misses states in between, never the latest one.
    BlockingQueue<Boolean> changed = new ArrayBlockingQueue<>(1);
    try (Jobs.Watch watch = jobs.watch(id, job -> changed.offer(true))) {
      JobView shown = null;
      while (true) {
        JobView now = JobViews.of(jobs.get(id));
        lines(out);
        shown = change(out, shown, now);
        if (now.ended()) {
          event(out, "end", "", "\"" + now.state() + "\"");
          out.flush();
          return;
        }
        out.flush();
        if (changed.poll(HEARTBEAT_SECONDS, TimeUnit.SECONDS) == null)
          out.write(": still here\n\n".getBytes(UTF_8));
      }
    }
  }

  private void lines(OutputStream out) throws IOException {
    List<LogLine> part = jobs.log(id, position);
    while (!part.isEmpty()) {
      for (LogLine line : part) {
        String json = Json.LENIENT.writeValueAsString(JobViews.of(line));
        event(out, "log", "id: " + line.position() + "\n", json);
      }
      position = part.getLast().position();
      part = jobs.log(id, position);
    }
  }

  private static JobView change(OutputStream out, @Nullable JobView shown, JobView now)
      throws IOException {
    if (!now.equals(shown)) event(out, "job", "", Json.LENIENT.writeValueAsString(now));
    return now;
  }

  // JSON is one line, so it is one data field.
  private static void event(OutputStream out, String name, String idField, String json)
      throws IOException {
    out.write(("event: " + name + "\n" + idField + "data: " + json + "\n\n").getBytes(UTF_8));
  }
}

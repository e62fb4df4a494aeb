package io.innkeeper.tenant;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.innkeeper.engine.ContainerEngine.LogLine;
import io.innkeeper.engine.ContainerEngine.LogQuery;
import io.innkeeper.engine.ContainerEngine.LogStream;
import io.innkeeper.engine.EngineException;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * A tenant's container log: the last lines, lines since, lines that hold a text, and lines as they
 * come.
 */
public final class TenantLogs {
  private static final int DEFAULT_TAIL = 200;
  private static final int MOST = 5_000;
  private static final int PENDING = 10_000;
  private static final int QUIET_SECONDS = 15;

  private final TenantHost host;

  TenantLogs(TenantHost host) {
    this.host = host;
  }

  /** The last lines, oldest first. */
  public List<LogLine> tail(Tenant tenant, int lines) {
    List<LogLine> read = Collections.synchronizedList(new ArrayList<>());
    LogQuery query = new LogQuery(Math.clamp(lines, 1, MOST), Optional.empty(), false);
    try (LogStream log = host.engine().logs(host.name(tenant), query, read::add)) {
      log.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return List.copyOf(read);
  }

  /**
   * Lines from an instant on that hold a text, oldest first; the newest when there are too many.
   */
  public List<LogLine> since(Tenant tenant, Instant from, String text) {
    List<LogLine> read = Collections.synchronizedList(new ArrayList<>());
    LogQuery query = new LogQuery(MOST, Optional.of(from), false);
    try (LogStream log = host.engine().logs(host.name(tenant), query, read::add)) {
      log.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return read.stream().filter(line -> line.text().contains(text)).toList();
  }

  /**
   * Plain text, a line each: time, stream, text. With {@code follow} it goes on until the reader
   * leaves.
   */
  Reply reply(Tenant tenant, Call call) {
    boolean follow = call.query("follow").filter("true"::equals).isPresent();
    int tail = call.query("tail").map(TenantLogs::number).orElse(DEFAULT_TAIL);
    LogQuery query = new LogQuery(tail, call.query("since").map(TenantLogs::instant), follow);
    String text = call.query("q").orElse("");
    demandContainer(tenant);
    return Reply.stream("text/plain;charset=utf-8", out -> copy(tenant, query, text, out));
  }

  /** Asked before the first byte, while a refusal can still be told. */
  private void demandContainer(Tenant tenant) {
    try {
      if (host.container(tenant).isPresent()) return;
    } catch (EngineException e) {
      throw EngineFaults.of(e);
    }
    throw Fault.notFound("no-container", tenant.slug() + " has no container, and so no log.")
        .advising("Start it; the log begins with its new container.");
  }

  private void copy(Tenant tenant, LogQuery query, String text, OutputStream out)
      throws IOException, InterruptedException {
    // The engine pushes, the reader may be slow: lines beyond what fits are dropped, newest kept
    // waiting.
    BlockingQueue<Piece> pieces = new LinkedBlockingQueue<>(PENDING);
    try (LogStream log =
        host.engine().logs(host.name(tenant), query, line -> pieces.offer(new Line(line)))) {
      Thread.startVirtualThread(() -> await(log, pieces));
      while (true) {
        switch (pieces.poll(QUIET_SECONDS, TimeUnit.SECONDS)) {
          case null -> out.flush();
          case Line(LogLine line) -> {
            if (line.text().contains(text)) out.write(written(line).getBytes(UTF_8));
            if (pieces.isEmpty()) out.flush();
          }
          case End(Optional<EngineException> failure) -> {
            if (failure.isPresent()) throw EngineFaults.of(failure.get());
            return;
          }
        }
      }
    }
  }

  private static String written(LogLine line) {
    return line.at() + (line.error() ? " err " : " out ") + plain(line.text()) + "\n";
  }

  /** What the reading thread is handed. */
  private sealed interface Piece {}

  private record Line(LogLine line) implements Piece {}

  /** With the reason, if the log did not end by itself. */
  private record End(Optional<EngineException> failure) implements Piece {}

  private static void await(LogStream log, BlockingQueue<Piece> pieces) {
    try {
      pieces.put(ended(log));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static End ended(LogStream log) throws InterruptedException {
    try {
      log.await();
      return new End(Optional.empty());
    } catch (EngineException e) {
      return new End(Optional.of(e));
    }
  }

  /** Control characters of the app's output can't move the reader's cursor or forge a line. */
  private static String plain(String text) {
    return text.replaceAll("\\p{Cntrl}\\[[0-9;]*m", "").replaceAll("\\p{Cntrl}", " ");
  }

  private static int number(String text) {
    try {
      return Math.clamp(Integer.parseInt(text), 0, MOST);
    } catch (NumberFormatException e) {
      throw Fault.invalidField("tail", "number", "“tail” must be a whole number.");
    }
  }

  private static Instant instant(String text) {
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw Fault.invalidField(
          "since", "instant", "“since” must be an instant such as 2026-11-25T08:00:00Z.");
    }
  }
}

package io.innkeeper.household;

import static io.innkeeper.caller.Role.ADMIN;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.log.KeptLog;
import io.innkeeper.log.LogEntry;
import io.innkeeper.log.LogSettings.Level;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;

/** The server's log for programs, as plain text: {@code /api/v1/server/log}. */
final class LogResource {
  private static final String LOG = "/api/v1/server/log";
  private static final String TEXT = "text/plain;charset=utf-8";
  private static final int USUAL = 200;
  private static final int MOST = 5_000;
  private static final Duration EVERY = Duration.ofSeconds(1);
  private static final int QUIET_TURNS = 15;

  private final KeptLog log;

  LogResource(KeptLog log) {
    this.log = log;
  }

  void hang(Routes routes) {
    routes
        .api("GET", LOG, ADMIN, "The end of the server's log.", String.class, this::show)
        .query("tail", "The last so many events, 1 to 5000; 200 when not given.")
        .query("level", "The least level: error, warn, info or debug.")
        .query("q", "Only what holds this text, in upper or lower case.")
        .query("follow", "true: goes on with what comes.")
        .answering("text/plain");
    routes
        .api("GET", LOG + "/file", ADMIN, "All of the log that is kept.", String.class, this::file)
        .answering("text/plain");
  }

  private Reply show(Call call) {
    demandKept();
    KeptLog.Wish wish =
        new KeptLog.Wish(
            call.query("level").map(LogResource::level).orElse(Level.DEBUG),
            call.query("q").orElse(""));
    int tail = call.query("tail").map(LogResource::number).orElse(USUAL);
    boolean follow = call.query("follow").filter("true"::equals).isPresent();
    return Reply.stream(TEXT, out -> write(wish, tail, follow, out));
  }

  private void write(KeptLog.Wish wish, int tail, boolean follow, OutputStream out)
      throws IOException, InterruptedException {
    KeptLog.Stretch end = log.last(wish, tail);
    write(end, out);
    if (follow) follow(end, wish, out);
  }

  private void follow(KeptLog.Stretch end, KeptLog.Wish wish, OutputStream out)
      throws IOException, InterruptedException {
    KeptLog.Stretch last = end;
    for (int turn = 1; ; turn++) {
      out.flush();
      Thread.sleep(EVERY);
      last = log.after(last.end(), wish);
      write(last, out);
      // A reader who has gone is noticed by writing; an empty line disturbs nobody who stays.
      if (turn % QUIET_TURNS == 0 && last.entries().isEmpty()) out.write('\n');
    }
  }

  private static void write(KeptLog.Stretch stretch, OutputStream out) throws IOException {
    for (LogEntry entry : stretch.entries()) out.write(entry.line().getBytes(UTF_8));
  }

  private Reply file(Call call) {
    demandKept();
    return Reply.stream(TEXT, log::copy)
        .with("Content-Disposition", "attachment; filename=\"innkeeper.log\"");
  }

  private void demandKept() {
    if (!log.files().isEmpty()) return;
    throw Fault.notFound("log-not-kept", "No log is kept here; it goes to the standard error.")
        .advising("Set innkeeper.log.keep-mib and restart.");
  }

  private static Level level(String word) {
    return Arrays.stream(Level.values())
        .filter(level -> level.name().toLowerCase(Locale.ROOT).equals(word))
        .findFirst()
        .orElseThrow(
            () -> Fault.invalidField("level", "level", "“level” is error, warn, info or debug."));
  }

  private static int number(String text) {
    try {
      return Math.clamp(Integer.parseInt(text), 1, MOST);
    } catch (NumberFormatException e) {
      throw Fault.invalidField("tail", "number", "“tail” must be a whole number.");
    }
  }
}

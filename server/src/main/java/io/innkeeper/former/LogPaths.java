package io.innkeeper.former;

import static io.innkeeper.caller.Role.ADMIN;

import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.log.KeptLog;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.stream.Stream;

/** The server's log where it was. */
final class LogPaths {
  private static final String ALL = "/api/logs";
  private static final String ONE = ALL + "/{name}";
  private static final int USUAL = 500;
  private static final int MOST = 5_000;

  private final KeptLog log;

  LogPaths(KeptLog log) {
    this.log = log;
  }

  void hang(Routes routes) {
    routes.api(
        "GET",
        ALL,
        ADMIN,
        "The files of the log, as the VCF Credentials Manager told them; use /api/v1/server/log.",
        FormerLogs.class,
        call -> files());
    routes
        .api(
            "GET",
            ONE,
            ADMIN,
            "The end of a file of the log, as the VCF Credentials Manager told it.",
            FormerLogText.class,
            this::text)
        .query("lines", "The last so many lines, 1 to 5000; 500 when not given.");
    routes
        .api("GET", ONE + "/download", ADMIN, "A file of the log.", String.class, this::download)
        .answering("text/plain");
  }

  private FormerLogs files() {
    return new FormerLogs(
        log.files().stream()
            .map(
                file ->
                    new FormerLog(
                        file.name(),
                        file.bytes(),
                        Human.size(file.bytes()),
                        file.changed(),
                        file.changed().toString()))
            .toList());
  }

  private FormerLogText text(Call call) {
    Path file = named(call);
    int most = call.query("lines").map(LogPaths::number).orElse(USUAL);
    Deque<String> last = new ArrayDeque<>();
    long[] all = {0};
    try (Stream<String> lines = Files.lines(file)) {
      lines.forEach(
          line -> {
            all[0]++;
            if (last.size() == most) last.removeFirst();
            last.addLast(line);
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String content = last.isEmpty() ? "" : String.join("\n", last) + "\n";
    return new FormerLogText(call.path("name"), content, all[0], last.size());
  }

  private Reply download(Call call) {
    Path file = named(call);
    return Reply.stream("text/plain;charset=utf-8", out -> Files.copy(file, out))
        .with("Content-Disposition", "attachment; filename=\"" + file.getFileName() + "\"");
  }

  /** Only a name that the list tells: no other file can be asked for. */
  private Path named(Call call) {
    return log.file(call.path("name"))
        .orElseThrow(() -> Fault.notFound("no-such-log", "There is no such file of the log."));
  }

  private static int number(String text) {
    try {
      return Math.clamp(Integer.parseInt(text), 1, MOST);
    } catch (NumberFormatException e) {
      throw Fault.invalidField("lines", "number", "“lines” must be a whole number.");
    }
  }
}

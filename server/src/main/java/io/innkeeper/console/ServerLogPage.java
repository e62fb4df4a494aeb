package io.innkeeper.console;

import static io.innkeeper.caller.Role.ADMIN;

import io.innkeeper.console.view.Action;
import io.innkeeper.console.view.Empty;
import io.innkeeper.console.view.LogLine;
import io.innkeeper.console.view.ServerLogView;
import io.innkeeper.console.view.Shell;
import io.innkeeper.console.view.Tab;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.log.KeptLog;
import io.innkeeper.log.LogEntry;
import io.innkeeper.log.LogSettings.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The server's own log: its end, how grave, which words, and new lines as they come. */
final class ServerLogPage {
  static final String PATH = ServerPage.PATH + "/log";
  private static final List<String> NAMES = List.of("q", "level", "before");
  private static final Map<String, Level> LEVELS = Map.of("warn", Level.WARN, "error", Level.ERROR);
  private static final int MOST = 500;

  private final KeptLog log;
  private final Pages pages;
  private final Moments moments;
  private final LiveStream live;

  ServerLogPage(KeptLog log, Pages pages, Moments moments, LiveStream live) {
    this.log = log;
    this.pages = pages;
    this.moments = moments;
    this.live = live;
  }

  void hang(Routes routes) {
    routes.page("GET", PATH, ADMIN, this::show);
    routes.page("GET", PATH + "/stream", ADMIN, this::stream);
    routes.page("GET", PATH + "/file", ADMIN, this::file);
    routes.page("GET", PATH + "/commands", ADMIN, this::commands);
  }

  private Reply show(Call call) {
    Address address = Address.of(call, PATH, NAMES);
    boolean past = address.get("before").matches("\\d{1,15}");
    long place = past ? Long.parseLong(address.get("before")) : Long.MAX_VALUE;
    KeptLog.Stretch found = log.before(place, wish(address), MOST);
    List<LogLine> lines = lines(found.entries());
    return pages.page(
        call,
        ServerPage.PATH,
        new ServerLogView(
            lead(),
            List.of(Action.go("Download", PATH + "/file").with("download")),
            new Address(PATH + "/commands", address.with("before", "").query()).toString(),
            address.get("q"),
            address.with("before", "").hiddenBut("q"),
            levels(address.with("before", "")),
            lines,
            lines.isEmpty() ? Optional.of(empty(address)) : Optional.empty(),
            ways(address, found, past),
            past ? "" : new Address(PATH + "/stream", address.query()).toString()));
  }

  private String lead() {
    return log.kept()
        ? "Newest at the end, times in %s. It outlives restarts; the oldest go first."
            .formatted(moments.zone())
        : "This process keeps no log here; what is shown is what another one keeps, or kept.";
  }

  /** The events since the stream began, each once. */
  private Reply stream(Call call) {
    Address address = Address.of(call, PATH, NAMES);
    Shell shell = pages.shell(call, ServerPage.PATH);
    KeptLog.Wish wish = wish(address);
    long[] place = {log.last(wish, 1).end()};
    return live.of(
        out -> {
          KeptLog.Stretch more = log.after(place[0], wish);
          place[0] = more.end();
          for (LogEntry entry : more.entries()) out.append("line", drawn(shell, line(entry)));
          return true;
        });
  }

  private String drawn(Shell shell, LogLine line) {
    ServerLogView one =
        new ServerLogView(
            "",
            List.of(),
            "",
            "",
            List.of(),
            List.of(),
            List.of(line),
            Optional.empty(),
            List.of(),
            "");
    return pages.partText(shell, one, "lines");
  }

  private Reply file(Call call) {
    return Reply.stream("text/plain;charset=utf-8", log::copy)
        .with("Content-Disposition", "attachment; filename=\"innkeeper.log\"");
  }

  private Reply commands(Call call) {
    Address address = Address.of(call, PATH, NAMES);
    Address api = new Address("/api/v1/server/log", address.with("before", "").query());
    CommandLines logs = CommandLines.of("server logs", "GET " + api);
    if (LEVELS.containsKey(address.get("level")))
      logs = logs.option("--level", address.get("level"));
    if (!address.get("q").isEmpty()) logs = logs.option("--search", address.get("q"));
    return pages.dialog(
        call,
        ServerPage.PATH,
        logs.drawer("The lines that the page shows.", "", address.toString()));
  }

  private static KeptLog.Wish wish(Address address) {
    Level least = LEVELS.getOrDefault(address.get("level"), Level.DEBUG);
    return new KeptLog.Wish(least, address.get("q"));
  }

  /** Each day begins with its name. */
  private List<LogLine> lines(List<LogEntry> entries) {
    List<LogLine> lines = new ArrayList<>();
    String day = "";
    for (LogEntry entry : entries) {
      String its = moments.day(entry.at());
      if (!its.equals(day)) lines.add(new LogLine("", "", its, "back"));
      day = its;
      lines.add(line(entry));
    }
    return lines;
  }

  private LogLine line(LogEntry entry) {
    StringBuilder text = new StringBuilder(entry.source()).append("  ").append(entry.text());
    if (!entry.request().isEmpty()) text.append("  [").append(entry.request()).append(']');
    entry.more().forEach(line -> text.append('\n').append(line));
    String css =
        switch (entry.level()) {
          case ERROR -> "bad";
          case WARN -> "warn";
          case INFO, DEBUG -> "";
        };
    return new LogLine(
        moments.second(entry.at()).words(), entry.level().name(), text.toString(), css);
  }

  private static List<Tab> levels(Address address) {
    String chosen = LEVELS.containsKey(address.get("level")) ? address.get("level") : "";
    return List.of(
        level("All", "", chosen, address),
        level("Warnings", "warn", chosen, address),
        level("Errors", "error", chosen, address));
  }

  private static Tab level(String label, String word, String chosen, Address address) {
    return new Tab(label, "", address.with("level", word).toString(), word.equals(chosen));
  }

  private static List<Action> ways(Address address, KeptLog.Stretch found, boolean past) {
    List<Action> ways = new ArrayList<>();
    if (found.begin() > 0)
      ways.add(
          Action.go(
                  "Earlier lines", address.with("before", Long.toString(found.begin())).toString())
              .with("chevron-left"));
    if (past) ways.add(Action.go("To the end", address.with("before", "").toString()));
    return ways;
  }

  private static Empty empty(Address address) {
    if (address.get("q").isEmpty() && address.get("level").isEmpty())
      return Empty.none(
          "Nothing is kept", "The log goes to the standard error. See innkeeper.log.keep-mib.");
    return Empty.none(
        "No line matches",
        "Nothing that is kept is that grave and holds these words.",
        Action.go("Show all lines", PATH));
  }
}

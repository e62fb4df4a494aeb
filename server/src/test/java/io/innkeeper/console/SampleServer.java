package io.innkeeper.console;

import io.innkeeper.console.view.Action;
import io.innkeeper.console.view.Empty;
import io.innkeeper.console.view.Fact;
import io.innkeeper.console.view.LogLine;
import io.innkeeper.console.view.Moment;
import io.innkeeper.console.view.Sentence;
import io.innkeeper.console.view.ServerLogView;
import io.innkeeper.console.view.ServerView;
import io.innkeeper.console.view.ServerView.Size;
import io.innkeeper.console.view.Shell;
import io.innkeeper.console.view.StartingView;
import io.innkeeper.console.view.Tab;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The server itself: what it takes up, its log, and waiting for it. */
final class SampleServer {
  private SampleServer() {}

  static void add(Map<String, SampleScreens.Shown> all) {
    Shell at = SampleShell.at("/server");
    all.put("server", new SampleScreens.Shown(at, measured()));
    all.put("server-log", new SampleScreens.Shown(at, log()));
    all.put("server-starting", new SampleScreens.Shown(at, new StartingView("")));
  }

  private static ServerView measured() {
    String home = "/var/lib/innkeeper";
    return new ServerView(
        "Innkeeper 0.1.0",
        "Serves since Friday 20 Nov, 08:02, times in Warsaw.",
        List.of(
            Action.go("Log", "/server/log").with("scroll-text"),
            Action.post("Measure again", "/server/measure").with("refresh-cw"),
            Action.ask("Restart…", "/server/restart").with("rotate-cw")),
        "/server/commands",
        List.of(
            Fact.of("Version", "0.1.0"),
            Fact.of("Built", "18 November 2026"),
            Fact.of("Started", "08:02:11"),
            Fact.of("Java", "25.0.1+8, Eclipse Adoptium"),
            Fact.of("Home", Sentence.NONE.code(home)),
            Fact.of("Schema of the store", "034")),
        Optional.of(
            new ServerView.Measured(
                new Moment("12 min ago", "20 November 2026, 14:20:08 in Warsaw", ""),
                List.of(Fact.of("Free", "212.4 GB"), Fact.of("Used", "268.1 GB of 480.5 GB, 56%")),
                List.of(
                    new Size("Store", home + "/store", "3", "1.2 GB"),
                    new Size("Journal of calls", home + "/journal", "14", "52.0 MB"),
                    new Size("Tenants", home + "/tenants", "41,220", "96.3 GB"),
                    new Size(
                        "Break-glass copy",
                        "/mnt/safe/with/a/long/name/break-glass",
                        "2",
                        "1.1 MB"),
                    new Size("Log", home + "/logs", "6", "24.0 MB")),
                List.of(
                    Fact.of("Kind", "SQLite 3.50.4"),
                    Fact.of("Size", "1.2 GB"),
                    Fact.of("Tables", "74; the largest are below")),
                List.of(
                    new Size("ledger_lines", "", "", "812.2 MB"),
                    new Size("usage_by_day", "", "", "120.8 MB"),
                    new Size("audit_lines", "", "", "64.1 MB")),
                List.of(
                    Fact.of("Docker", "29.1.2"),
                    Fact.of("nginx", "1.22.1"),
                    Fact.of("restic", Sentence.NONE.quiet("not there, or not used"))))),
        Optional.<Empty>empty());
  }

  private static ServerLogView log() {
    return new ServerLogView(
        "Newest at the end, times in Warsaw. It outlives restarts; the oldest go first.",
        List.of(Action.go("Download", "/server/log/file").with("download")),
        "/server/log/commands",
        "",
        List.of(),
        List.of(
            new Tab("All", "", "/server/log", true),
            new Tab("Warnings", "", "/server/log?level=warn", false),
            new Tab("Errors", "", "/server/log?level=error", false)),
        List.of(
            new LogLine("", "", "Friday 20 Nov", "back"),
            new LogLine("08:02:09", "INFO", "Gateway  The gateway answers at 172.17.0.1:4100", ""),
            new LogLine("08:02:11", "INFO", "Server  Ready on port 8443", ""),
            new LogLine(
                "11:40:53",
                "WARN",
                "Schedule  rates did not succeed this time: The NBP did not answer within 10 s.",
                "warn"),
            new LogLine(
                "14:12:30",
                "ERROR",
                "Door  POST /api/v1/tenants failed, request 7eb3bb48d6ab0fe3"
                    + "  [7eb3bb48d6ab0fe3]\n  io.innkeeper.engine.EngineException: no space left"
                    + "\n    at io.innkeeper.engine.docker.DockerEngine.create(DockerEngine.java:118)",
                "bad")),
        Optional.empty(),
        List.of(Action.go("Earlier lines", "/server/log?before=8112").with("chevron-left")),
        "");
  }
}

package io.innkeeper.console;

import static io.innkeeper.console.SampleShell.LONG;

import io.innkeeper.console.view.Action;
import io.innkeeper.console.view.Difference;
import io.innkeeper.console.view.Difference.Change;
import io.innkeeper.console.view.Fact;
import io.innkeeper.console.view.Gauge;
import io.innkeeper.console.view.JobPanel;
import io.innkeeper.console.view.JobPanel.Step;
import io.innkeeper.console.view.Listing;
import io.innkeeper.console.view.LogLine;
import io.innkeeper.console.view.Secret;
import io.innkeeper.console.view.Sentence;
import io.innkeeper.console.view.Tab;
import io.innkeeper.console.view.TenantEnvironmentView;
import io.innkeeper.console.view.TenantHead;
import io.innkeeper.console.view.TenantHistoryView;
import io.innkeeper.console.view.TenantLogView;
import io.innkeeper.console.view.TenantView;
import io.innkeeper.console.view.WindowState;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** One tenant in its states, to look at. */
final class SampleTenant {
  private SampleTenant() {}

  static TenantView updating() {
    return new TenantView(
        head(
            "Klinika Wrzos",
            WindowState.UPDATING,
            "A new container with 3 GiB. It was degraded: out of memory, 4 restarts in 10 minutes.",
            "Now"),
        Optional.empty(),
        List.of(changing(), renamed()),
        gauges(2),
        "The last 60 minutes, a point a minute. The red line is the old limit: it was met at 14:04,"
            + " 14:11, 14:16 and 14:21.",
        "",
        Optional.of(waiting()),
        log(),
        about("Klinika Wrzos sp. z o.o."),
        environment(),
        "All 31",
        history(),
        "");
  }

  static TenantView takenBack() {
    return new TenantView(
        head(
            "Lumen Architekci",
            WindowState.HEALTHY,
            "Serving 0.12.3 again after an update was taken back.",
            "Now"),
        Optional.empty(),
        List.of(undone()),
        gauges(0),
        "The last 60 minutes, a point a minute. Without service from 14:31:30 to 14:35:10.",
        "Live figures stopped at 14:32:10, reconnecting",
        Optional.empty(),
        log(),
        about("Lumen Architekci"),
        environment(),
        "All 31",
        history(),
        "");
  }

  static TenantView opened() {
    return new TenantView(
        head(LONG, WindowState.HEALTHY, "Open since 14:29.", "Now"),
        Optional.of(
            new Secret(
                "First admin of this workspace",
                "anna.lipska@brzoza.example signs in with this password and changes it. It is shown"
                    + " now and never again.",
                "k8#Qw-2zP!r7-m01Il1-O0",
                "/tenants/oipip/secret")),
        List.of(),
        List.of(),
        "Figures come with the first minute.",
        "",
        Optional.empty(),
        List.of(),
        about(LONG),
        environment(),
        "All 31",
        history(),
        "");
  }

  static TenantEnvironmentView environmentPage() {
    List<Fact> facts = new ArrayList<>(environment());
    for (String name :
        List.of(
            "ENABLE_API_KEYS",
            "ENABLE_CODE_EXECUTION",
            "WEBUI_AUTH",
            "OPENAI_API_BASE_URL",
            "RAG_EMBEDDING_ENGINE_WITH_A_VERY_LONG_NAME_INDEED_SAID_THE_ADMIN")) {
      facts.add(Fact.of(name, "false").tagged(Fact.Tag.plain("server")));
    }
    return new TenantEnvironmentView(
        head("Klinika Wrzos", WindowState.HEALTHY, "Since 9 November.", "Environment"),
        "31 values. Where the app really uses another one than it is given, it stands first.",
        facts);
  }

  static TenantLogView logPage() {
    return new TenantLogView(
        head("Klinika Wrzos", WindowState.HEALTHY, "Since 9 November.", "Log"),
        "",
        List.of(
            new Tab("15 min", "", "?since=15m", true),
            new Tab("1 h", "", "?since=1h", false),
            new Tab("24 h", "", "?since=24h", false)),
        log(),
        Optional.empty(),
        "");
  }

  static TenantHistoryView historyPage() {
    return new TenantHistoryView(
        head("Klinika Wrzos", WindowState.HEALTHY, "Since 9 November.", "History"),
        history(),
        new Listing.Paging("Newest 5", "", "?before=x"),
        "Everything that was done to this tenant, newest first. Times in Warsaw.");
  }

  static TenantHead head(String name, WindowState state, String reason, String tab) {
    String at = "/tenants/wrzos";
    return new TenantHead(
        "wrzos",
        name,
        name.equals(LONG),
        state,
        Sentence.of(reason),
        List.of(
            Action.ask("Restart…", at + "/restart").with("rotate-cw"),
            Action.ask("Stop…", at + "/stop").with("square"),
            Action.away("Open the workspace", "https://czat.wrzos.example").primary()),
        List.of(
            Action.ask("Rename…", at + "/rename").with("pencil"),
            Action.ask("Recreate…", at + "/recreate").with("refresh-cw"),
            Action.ask("Remove…", at + "/remove").with("unplug"),
            Action.ask("Erase…", at + "/erase").with("trash-2").danger()),
        at + "/commands",
        List.of(
            new Tab("Now", "", at, tab.equals("Now")),
            new Tab("Settings", "", at + "/change", tab.equals("Settings")),
            new Tab("Address", "", at + "/address", tab.equals("Address")),
            new Tab("App settings", "", at + "/settings", tab.equals("App settings")),
            new Tab("Sign-in", "", at + "/sign-in", tab.equals("Sign-in")),
            new Tab("Environment", "31", at + "/environment", tab.equals("Environment")),
            new Tab("People", "", at + "/people", tab.equals("People")),
            new Tab("Brand", "", at + "/brand", tab.equals("Brand")),
            new Tab("Log", "", at + "/log", tab.equals("Log")),
            new Tab("History", "", at + "/history", tab.equals("History"))));
  }

  static JobPanel changing() {
    return new JobPanel(
        "7",
        WindowState.RUNNING,
        "Changing memory from 2 to 3 GiB",
        "started by you at 14:33 · 0:52",
        Sentence.NONE,
        List.of(
            done("Compare wanted with actual", "0.1 s"),
            done("Stop the old container and keep it as `wrzos.old`", "6.4 s"),
            done("Start the new one with 3 GiB", "1.2 s"),
            new Step(
                WindowState.RUNNING,
                Sentence.of("Wait until healthy"),
                "0:44 of 3:00",
                "Open WebUI 0.12.4 usually needs 35–50 s on this host."),
            waits("Verify mounts and effective settings"),
            waits("Remove `wrzos.old`")),
        List.of(),
        Sentence.of("If it does not become healthy, the old container comes back by itself."),
        List.of(Action.ask("Cancel and go back…", "/jobs/7/cancel")),
        false);
  }

  static JobPanel undone() {
    return new JobPanel(
        "8",
        WindowState.TAKEN_BACK,
        "Update to 0.12.4 was taken back",
        "started by Tomasz Wrona at 14:31 · 4:06",
        Sentence.of("The new version did not become healthy in 3 minutes: ")
            .strong("its database migration failed")
            .plain(
                ". Version 0.12.3 serves again since 14:35. No data was changed: the copy taken"
                    + " before the start was put back."),
        List.of(
            done("Fetch image 0.12.4 and its defaults", "22.0 s"),
            done("Copy the data folder", "3.1 s"),
            done("Stop the old container and keep it", "6.0 s"),
            done("Start the new one", "1.3 s"),
            new Step(
                WindowState.FAILED,
                Sentence.of("Wait until healthy"),
                "3:00",
                "alembic: Can’t locate revision identified by ‘9f0c2e41d7ab’")),
        List.of(
            done("Remove the new container", "0.8 s"),
            done("Put the copy of the data back", "2.9 s"),
            done("Start the old container", "1.1 s"),
            done("Healthy, settings verified", "31.5 s")),
        Sentence.NONE.link("Last 50 log lines", "/jobs/8"),
        List.of(Action.ask("Try again…", "/jobs/8/again")),
        false);
  }

  private static JobPanel renamed() {
    return new JobPanel(
        "6",
        WindowState.FINISHED,
        "Restarted",
        "12:06, by Ola Nowicka · 4 steps, 9.8 s",
        Sentence.NONE,
        List.of(done("Stop the container", "6.4 s"), done("Start it", "3.4 s")),
        List.of(),
        Sentence.NONE,
        List.of(),
        true);
  }

  static Difference waiting() {
    return new Difference(
        List.of(
            new Difference.Line(
                Change.CHANGED, "Image", false, "0.12.4 91c7…2fd0", "0.12.5 e03b…84d1"),
            new Difference.Line(Change.ADDED, "AUDIO_STT_ENGINE", true, "not set", "openai"),
            new Difference.Line(Change.REMOVED, "ENABLE_WEB_SEARCH", true, "true", "removed")),
        "Needs a new container: about 45 s without service. Data, secret key and address stay.",
        List.of(
            Action.post("Discard", "/tenants/wrzos/discard").quiet(),
            Action.ask("Apply…", "/tenants/wrzos/apply")));
  }

  static List<LogLine> log() {
    return List.of(
        new LogLine("14:20:58", "INFO", "POST /api/chat/completions 200", ""),
        new LogLine("14:21:03", "INFO", "Embedding 38 documents, batch 1 of 4", ""),
        new LogLine("14:21:04", "WARN", "worker memory 1.96 GiB", "warn"),
        new LogLine("14:21:06", "ENGINE", "killed: out of memory (limit 2 GiB), exit 137", "bad"),
        new LogLine("14:21:08", "ENGINE", "started again (restart 4)", "back"),
        new LogLine("14:21:39", "INFO", "Application startup complete", ""),
        new LogLine("14:33:02", "ENGINE", "stopped, kept as wrzos.old", "back"),
        new LogLine("14:33:09", "ENGINE", "created with 3 GiB, 2 cores, 512 processes", "back"),
        new LogLine("14:33:12", "INFO", "Started server process [1]", ""),
        new LogLine(
            "14:33:31",
            "INFO",
            "Loading embedding model from a path that is long enough to"
                + " reach beyond the right edge of every sheet, and then some",
            ""),
        new LogLine("14:33:54", "INFO", "GET /ready 503", ""));
  }

  private static List<Gauge> gauges(double limit) {
    Random random = new Random(5);
    List<Double> busy = new ArrayList<>();
    List<Double> memory = new ArrayList<>();
    List<Double> disk = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      busy.add(18 + random.nextDouble() * 10 + (i == 41 || i == 55 ? 40 : 0));
      memory.add(
          i > 22 && i < 42 && i % 6 < 4 ? 0.8 + (i % 6) * 0.35 : 0.7 + random.nextDouble() / 9);
      disk.add(4.2 + i * 0.003);
    }
    return List.of(
        Gauge.of("Processor", "31%", "of 2 cores", busy, 100, 0),
        Gauge.of("Memory", "0.71 GiB", "of 3.00, was 2.00", memory, 2.2, limit),
        Gauge.of("Disk of data", "4.37 GB", "+0.4 a week", disk, 5, 0));
  }

  private static List<Fact> about(String organisation) {
    return List.of(
        Fact.of("Address", Sentence.NONE.link("czat.wrzos.example", "https://czat.wrzos.example")),
        Fact.of("Organisation", Sentence.NONE.link(organisation, "/organisations/wrzos")),
        Fact.of("Slug", Sentence.NONE.code("wrzos")),
        Fact.of("Image", Sentence.of("0.12.4 ").quiet("· 0.12.5 is out")),
        Fact.of("Memory, cores", "3 GiB, 2"),
        Fact.of("Restarts", "4 in 10 minutes"),
        Fact.of("First admin", "anna.lipska@brzoza.example"),
        Fact.of("Opened", "14 Mar 2026 by Ola Nowicka"));
  }

  private static List<Fact> environment() {
    return List.of(
        Fact.of("RAG_EMBEDDING_MODEL", "text-embedding-3-small")
            .tagged(Fact.Tag.warn("app uses another")),
        Fact.of("WEBUI_NAME", "Klinika Wrzos").tagged(Fact.Tag.plain("tenant")),
        Fact.of("DEFAULT_LOCALE", "pl-PL").tagged(Fact.Tag.plain("organisation")),
        Fact.of("ENABLE_SIGNUP", "false").tagged(Fact.Tag.plain("server")),
        Fact.of("WEBUI_SECRET_KEY", Sentence.of("•••••••• ").quiet("sealed")));
  }

  private static List<io.innkeeper.console.view.Event> history() {
    return List.of(
        SampleOverview.event(
            "14:33", Sentence.NONE.strong("You").plain(" changed memory: 2 → 3 GiB")),
        SampleOverview.event("14:21", Sentence.of("Innkeeper restarted it: out of memory")),
        SampleOverview.event("12:06", Sentence.NONE.strong("Ola Nowicka").plain(" restarted it")),
        SampleOverview.event(
            "18 Nov",
            Sentence.NONE.strong("Ola Nowicka").plain(" added ").code("AUDIO_STT_ENGINE")),
        SampleOverview.event(
            "9 Nov", Sentence.NONE.strong("Tomasz Wrona").plain(" updated 0.12.2 → 0.12.3")));
  }

  private static Step done(String text, String took) {
    return new Step(WindowState.FINISHED, Sentence.marked(text), took, "");
  }

  private static Step waits(String text) {
    return new Step(WindowState.WAITING, Sentence.marked(text), "", "");
  }
}

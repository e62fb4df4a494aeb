package io.innkeeper.console;

import static io.innkeeper.caller.Role.ADMIN;
import static io.innkeeper.caller.Role.OPERATOR;
import static io.innkeeper.caller.Role.VIEWER;

import io.innkeeper.caller.Role;
import io.innkeeper.console.view.Action;
import io.innkeeper.console.view.EnvironmentAskedView;
import io.innkeeper.console.view.EnvironmentSettingsView;
import io.innkeeper.console.view.Fact;
import io.innkeeper.console.view.SeenCertificate;
import io.innkeeper.console.view.SourceTrial;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.infrastructure.ConfigFile;
import io.innkeeper.infrastructure.Environment;
import io.innkeeper.infrastructure.Source;
import io.innkeeper.infrastructure.SourceKind;
import io.innkeeper.infrastructure.SourceSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How an environment is set, its sources tried, and its file without a secret. */
final class EnvironmentSettingsPage {
  private static final String PATH = CredentialPage.ONE + "/settings";

  private final Pages pages;
  private final Moments moments;
  private final EnvironmentHeads heads;
  private final SourceHeads sources;
  private final EnvironmentTrials trials;

  EnvironmentSettingsPage(
      ConsoleParts parts, Pages pages, EnvironmentHeads heads, Moments moments) {
    this.pages = pages;
    this.moments = moments;
    this.heads = heads;
    this.sources = new SourceHeads(moments);
    this.trials = new EnvironmentTrials(parts.vault().infrastructure(), moments);
  }

  void hang(Routes routes) {
    routes.page("GET", PATH, VIEWER, call -> page(call, List.of()));
    routes.page("POST", PATH + "/test", OPERATOR, this::test);
    routes.page("GET", CredentialPage.ONE + "/file", ADMIN, this::file);
  }

  private Reply page(Call call, List<SourceTrial> tried) {
    return pages.page(call, CredentialPage.PATH, view(call, heads.asked(call), tried));
  }

  private Reply test(Call call) throws InterruptedException {
    List<SourceTrial> tried = trials.saved(heads.asked(call), call);
    if (!call.fragment()) return page(call, tried);
    return pages.part(
        call,
        CredentialPage.PATH,
        new EnvironmentAskedView(tried, SeenCertificate.none("")),
        "trials");
  }

  private Reply file(Call call) {
    Environment one = heads.asked(call);
    boolean yaml = call.query("format").filter("yaml"::equals).isPresent();
    String name = one.name().replaceAll("[^0-9A-Za-z._-]+", "-") + (yaml ? ".yaml" : ".json");
    return Reply.text(
            yaml ? "application/yaml;charset=utf-8" : "application/json",
            yaml ? ConfigFile.yaml(one, Map.of()) : ConfigFile.json(one, Map.of()))
        .with("Content-Disposition", "attachment; filename=\"" + name + "\"");
  }

  private EnvironmentSettingsView view(Call call, Environment one, List<SourceTrial> tried) {
    Role role = call.principal().role();
    boolean removed = one.removed().isPresent();
    boolean admin = role == ADMIN;
    String at = EnvironmentHeads.address(one);
    return new EnvironmentSettingsView(
        heads.head(call, one, heads.tally(one), "settings"),
        facts(one),
        admin && !removed
            ? List.of(Action.go("Change…", at + "/change").with("pencil"))
            : List.of(),
        one.sources().stream().map(source -> part(one, source)).toList(),
        role.atLeast(OPERATOR) && !removed && !one.sources().isEmpty()
            ? List.of(Action.post("Test the connection", at + "/settings/test").with("play"))
            : List.of(),
        tried,
        admin ? files(at, removed) : List.of(),
        removed
            ? "It was removed: nothing is read, and the passwords of its sources are forgotten. What"
                + " was read stays with its history until it is erased."
            : "Removing forgets the passwords of its sources at once and keeps what was read with"
                + " its history. It can be restored, or erased for good.",
        admin ? ends(at, removed) : List.of());
  }

  private static List<Action> files(String at, boolean removed) {
    List<Action> all = new ArrayList<>();
    all.add(Action.go("Download as JSON", at + "/file?format=json").with("download"));
    all.add(Action.go("As YAML", at + "/file?format=yaml").with("download"));
    if (!removed) {
      all.add(Action.ask("Sealed with its passwords…", at + "/sealed-file").with("lock"));
      all.add(Action.go("Take a specification…", at + "/specification").with("file-text"));
    }
    return all;
  }

  private static List<Action> ends(String at, boolean removed) {
    return removed
        ? List.of(
            Action.ask("Restore…", at + "/restore").with("undo-2"),
            Action.ask("Erase for good…", at + "/erase").with("trash-2").danger())
        : List.of(Action.ask("Remove…", at + "/remove").with("trash-2").danger());
  }

  private List<Fact> facts(Environment one) {
    List<Fact> all = new ArrayList<>();
    all.add(Fact.of("Name", one.name()));
    if (!one.description().isEmpty()) all.add(Fact.of("Description", one.description()));
    if (one.byFile()) all.add(Fact.of("Passwords", "come from a file"));
    one.expiryMinutes()
        .ifPresent(
            minutes ->
                all.add(
                    Fact.of(
                        "Asked when they end",
                        minutes == 0
                            ? "only when somebody wants it"
                            : "every " + minutes + " min")));
    all.add(Fact.of("Added", moments.fullDate(one.created().at()) + " by " + one.created().by()));
    all.add(Fact.of("Changed", moments.fullDate(one.changed().at()) + " by " + one.changed().by()));
    one.removed()
        .ifPresent(
            stamp ->
                all.add(Fact.of("Removed", moments.fullDate(stamp.at()) + " by " + stamp.by())));
    all.add(Fact.of("Id", one.id().toString()));
    return all;
  }

  private EnvironmentSettingsView.Part part(Environment one, Source source) {
    SourceSpec spec = source.spec();
    List<Fact> facts = new ArrayList<>();
    facts.add(Fact.of("Host", spec.at().shown()));
    facts.add(Fact.of("User", spec.username()));
    facts.add(Fact.of("Password", one.removed().isPresent() ? "forgotten" : "set, sealed"));
    facts.add(trust(spec));
    facts.add(Fact.of("Read", rhythm(spec)));
    source
        .standing()
        .version()
        .ifPresent(version -> facts.add(Fact.of("It is", source.kind().product() + " " + version)));
    source
        .standing()
        .problem()
        .ifPresent(
            problem ->
                facts.add(
                    Fact.of(
                        "Last problem",
                        problem.said() + problem.advice().map(words -> " " + words).orElse(""))));
    return new EnvironmentSettingsView.Part(head(one, source.kind()), facts);
  }

  private io.innkeeper.console.view.SourceHead head(Environment one, SourceKind kind) {
    return sources.both(one).get(kind == SourceKind.MANAGER ? 0 : 1);
  }

  private static Fact trust(SourceSpec spec) {
    String name = "Believed by";
    return switch (spec.trust().kind()) {
      case SYSTEM -> Fact.of(name, "this machine’s authorities");
      case CA -> Fact.of(name, "a given authority");
      case PIN ->
          Fact.of(
              name,
              io.innkeeper.console.view.Sentence.of("one certificate, SHA-256 ")
                  .code(EnvironmentTrials.pairs(spec.trust().text())));
      case OFF ->
          Fact.of(name, "nothing: whoever is in between reads every password")
              .tagged(Fact.Tag.bad("off"));
    };
  }

  private static String rhythm(SourceSpec spec) {
    if (!spec.enabled()) return "switched off";
    return spec.everyMinutes() == 0
        ? "only when somebody wants it"
        : "every " + spec.everyMinutes() + " min";
  }
}

package io.innkeeper.console;

import static io.innkeeper.caller.Role.ADMIN;
import static io.innkeeper.caller.Role.OPERATOR;
import static io.innkeeper.caller.Role.VIEWER;

import io.innkeeper.caller.Role;
import io.innkeeper.client.EnvironmentChange;
import io.innkeeper.client.SourceInput;
import io.innkeeper.console.view.Action;
import io.innkeeper.console.view.Empty;
import io.innkeeper.console.view.Moment;
import io.innkeeper.console.view.SyncScheduleView;
import io.innkeeper.console.view.Toast;
import io.innkeeper.console.view.WindowState;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.infrastructure.Environment;
import io.innkeeper.infrastructure.EnvironmentInput;
import io.innkeeper.infrastructure.Source;
import io.innkeeper.infrastructure.SourceKind;
import io.innkeeper.infrastructure.room.InfrastructureRoom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** When the sources of all environments are read by themselves; run now, or in another rhythm. */
final class EnvironmentSchedulePage {
  static final String PATH = CredentialPage.PATH + "/schedule";
  private static final String RHYTHM = CredentialPage.ONE + "/rhythm";

  private final InfrastructureRoom room;
  private final Clock clock;
  private final Pages pages;
  private final EnvironmentHeads heads;
  private final Moments moments;

  EnvironmentSchedulePage(
      ConsoleParts parts, Pages pages, EnvironmentHeads heads, Moments moments) {
    this.room = parts.vault().infrastructure();
    this.clock = parts.clock();
    this.pages = pages;
    this.heads = heads;
    this.moments = moments;
  }

  void hang(Routes routes) {
    routes.page("GET", PATH, VIEWER, this::list);
    routes.page("POST", CredentialPage.ONE + "/runs", OPERATOR, this::run);
    routes.page("GET", RHYTHM, ADMIN, this::ask);
    routes.page("POST", RHYTHM, ADMIN, this::reschedule);
  }

  private record Timed(Environment of, Source source) {
    Optional<Instant> next() {
      return source.spec().scheduled() ? source.standing().nextAt() : Optional.empty();
    }

    String whose() {
      return source.kind().product() + " of " + of.name();
    }
  }

  private Reply list(Call call) {
    Role role = call.principal().role();
    List<Timed> all =
        room.environments().list(false).stream()
            .flatMap(one -> one.sources().stream().map(source -> new Timed(one, source)))
            .sorted(
                Comparator.comparing(
                    timed -> timed.next().orElse(Instant.MAX), Comparator.naturalOrder()))
            .toList();
    long timed = all.stream().filter(one -> one.next().isPresent()).count();
    return pages.page(
        call,
        CredentialPage.PATH,
        new SyncScheduleView(
            EnvironmentsPage.tabs(PATH),
            "%d of %s are read by themselves. What is missed is made good once. Times in %s."
                .formatted(timed, Numbers.of(all.size(), "source", "sources"), moments.zone()),
            all.stream().map(one -> row(one, role)).toList(),
            all.isEmpty()
                ? Optional.of(
                    Empty.none(
                        "No source yet", "What is read by itself stands here, the next one first."))
                : Optional.empty()));
  }

  private SyncScheduleView.Row row(Timed one, Role role) {
    Source source = one.source();
    boolean on = source.spec().enabled();
    return new SyncScheduleView.Row(
        one.of().name(),
        EnvironmentHeads.address(one.of()),
        source.kind().product(),
        SourceHeads.unchecked(source),
        on ? SourceHeads.window(source.standing().status()) : WindowState.STOPPED,
        on ? SourceHeads.word(source.standing().status()) : "Not read",
        source.spec().scheduled()
            ? "every " + source.spec().everyMinutes() + " min"
            : on ? "when wanted" : "off",
        one.next().map(moments::moment).orElse(Moment.NONE),
        one.next().map(this::left).orElse("never by itself"),
        source.standing().triedAt().map(moments::ago).orElse(Moment.NONE),
        verbs(one, role));
  }

  /** “in 42 s”, “in 12 min”, “in 1 h 5 min”. */
  private String left(Instant next) {
    long seconds = Duration.between(clock.instant(), next).toSeconds();
    if (seconds <= 0) return "due now";
    if (seconds < 60) return "in " + seconds + " s";
    long minutes = seconds / 60;
    if (minutes < 60) return "in " + minutes + " min";
    return "in " + minutes / 60 + " h" + (minutes % 60 == 0 ? "" : " " + minutes % 60 + " min");
  }

  private static List<Action> verbs(Timed one, Role role) {
    String at = EnvironmentHeads.address(one.of());
    String which = "?source=" + one.source().kind().word();
    List<Action> all = new ArrayList<>();
    if (one.source().spec().enabled() && role.atLeast(OPERATOR))
      all.add(Action.post("Run now", at + "/runs" + which).with("play"));
    if (role == ADMIN) all.add(Action.ask("Reschedule…", at + "/rhythm" + which).with("pencil"));
    return all;
  }

  private Timed asked(Call call) {
    Environment one = heads.asked(call);
    SourceKind kind = SourceKind.parse(call.query("source").orElse(""));
    return one.source(kind)
        .map(source -> new Timed(one, source))
        .orElseThrow(
            () ->
                Fault.notFound(
                    "no-such-source", "This environment has no " + kind.product() + "."));
  }

  private Reply run(Call call) {
    Timed one = asked(call);
    room.syncs().order(one.of().id(), List.of(one.source().kind()), false, call.actor());
    return pages.done(call, PATH, Toast.of(one.whose() + " is being read."));
  }

  private Reply ask(Call call) {
    Timed one = asked(call);
    Typed now =
        Typed.now(Map.of("everyMinutes", Integer.toString(one.source().spec().everyMinutes())));
    return pages.dialog(
        call,
        CredentialPage.PATH,
        EnvironmentQuestions.rhythm(one.of(), one.source(), now, Optional.empty()));
  }

  private Reply reschedule(Call call) {
    Timed one = asked(call);
    Typed typed = Typed.of(call, List.of("everyMinutes"));
    try {
      change(one, minutes(typed), call);
      return pages.done(call, PATH, Toast.of(one.whose() + " has a new rhythm."));
    } catch (Fault e) {
      Typed again = typed.tells(e) ? typed.refusedBy(e) : moved(typed, e);
      return pages.dialogAgain(
          call,
          CredentialPage.PATH,
          EnvironmentQuestions.rhythm(one.of(), one.source(), again, Optional.empty()));
    }
  }

  /** A refusal names the field with its source before it. */
  private static Typed moved(Typed typed, Fault e) {
    if (e.kind() != Fault.Kind.INVALID && e.kind() != Fault.Kind.CONFLICT) throw e;
    return new Typed(typed.values(), Map.of("everyMinutes", Typed.words(e)));
  }

  private static int minutes(Typed typed) {
    String text = typed.value("everyMinutes");
    if (text.matches("\\d{1,5}")) return Integer.parseInt(text);
    throw Fault.invalidField("everyMinutes", "number", "Write a whole number of minutes.");
  }

  private void change(Timed one, int minutes, Call call) {
    SourceInput input = new SourceInput(null, null, null, null, null, null, null, minutes);
    boolean manager = one.source().kind() == SourceKind.MANAGER;
    EnvironmentInput.Given given =
        EnvironmentInput.changed(
            one.of(),
            new EnvironmentChange(
                null, null, null, manager ? input : null, manager ? null : input, null));
    room.environments()
        .change(one.of().id(), given.spec(), Map.of(), one.of().version(), call.actor());
  }
}

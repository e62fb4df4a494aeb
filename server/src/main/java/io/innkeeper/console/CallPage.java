package io.innkeeper.console;

import static io.innkeeper.caller.Role.ADMIN;
import static io.innkeeper.caller.Role.CLIENT;
import static io.innkeeper.caller.Role.OPERATOR;

import io.innkeeper.caller.Role;
import io.innkeeper.console.view.Action;
import io.innkeeper.console.view.Fact;
import io.innkeeper.console.view.Figure;
import io.innkeeper.console.view.PaidCallView;
import io.innkeeper.console.view.Sentence;
import io.innkeeper.console.view.Tab;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.usage.CallAnswer;
import io.innkeeper.usage.CallSettled;
import io.innkeeper.usage.CallStory;
import io.innkeeper.usage.CallTimes;
import io.innkeeper.usage.Calls;
import io.innkeeper.usage.DayComparison;
import io.innkeeper.usage.Days;
import io.innkeeper.usage.EndUser;
import io.innkeeper.usage.Payer;
import io.innkeeper.usage.Tokens;
import io.innkeeper.usage.UsageRoom;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** One call's whole story, and what can be asked about it. */
final class CallPage {
  private static final String ONE = CallRows.ONE + "{call}";

  private final ConsoleParts parts;
  private final UsageRoom usage;
  private final Pages pages;
  private final Moments moments;
  private final LiveStream live;

  CallPage(ConsoleParts parts, Pages pages, Moments moments, LiveStream live) {
    this.parts = parts;
    this.usage = parts.money().usage();
    this.pages = pages;
    this.moments = moments;
    this.live = live;
  }

  void hang(Routes routes) {
    routes.page("GET", ONE, CLIENT, this::show);
    routes.page("GET", ONE + "/live", CLIENT, this::stream);
    routes.page("GET", ONE + "/commands", CLIENT, this::commands);
  }

  private Reply show(Call call) {
    return pages.page(call, UsagePage.PATH, view(call, asked(usage, call)));
  }

  /** While its cost is looked up: the page loads itself again once something has changed. */
  private Reply stream(Call call) {
    CallStory before = asked(usage, call);
    UUID id = before.call().call().call();
    return live.of(
        out -> {
          if (usage.calls().story(id).equals(before)) return true;
          out.gone();
          return false;
        });
  }

  private Reply commands(Call call) {
    UUID id = asked(usage, call).call().call().call();
    return pages.dialog(
        call,
        UsagePage.PATH,
        CommandLines.of("call show", "GET /api/v1/calls/" + id)
            .word(id.toString())
            .drawer("Settling and correcting show their own.", "", CallRows.ONE + id));
  }

  private PaidCallView view(Call call, CallStory story) {
    CallSettled about = story.call().call();
    UUID owner = about.payer().organisation();
    Calls.Neighbours beside = usage.calls().neighbours(owner, about.call());
    CallMoney money = new CallMoney(story, parts.money().prices());
    String own = CallRows.ONE + about.call();
    return new PaidCallView(
        "A call of " + moments.second(about.times().arrived()).words(),
        parents(owner),
        CallRows.window(story.call()),
        lead(about),
        beside.earlier().map(id -> CallRows.ONE + id).orElse(""),
        beside.later().map(id -> CallRows.ONE + id).orElse(""),
        actions(story, own, call.principal().role()),
        own + "/commands",
        figures(story),
        new CallTale(story, moments)
            .tell(
                id -> parts.tenants().tenants().find(id), compared(story), parts.clock().instant()),
        money.amounts(),
        money.note(),
        facts(story),
        story.call().unsettled().flatMap(one -> one.nextTry()).isPresent() ? own + "/live" : "");
  }

  private List<Tab> parents(UUID owner) {
    List<Tab> parents = new ArrayList<>();
    Optional<Organisation> organisation = parts.organisations().find(owner);
    organisation.ifPresent(
        one ->
            parents.add(
                new Tab(one.name(), "", OrganisationScreens.address(one) + "/spend", false)));
    String calls =
        organisation
            .map(one -> UsagePage.PATH + "?organisation=" + one.slug())
            .orElse(UsagePage.PATH);
    parents.add(new Tab("Calls", "", calls, false));
    return parents;
  }

  private Sentence lead(CallSettled about) {
    List<String> words = new ArrayList<>();
    about.payer().user().map(CallRows::name).ifPresent(words::add);
    about
        .payer()
        .tenant()
        .flatMap(id -> parts.tenants().tenants().find(id))
        .ifPresent(tenant -> words.add(tenant.spec().displayName()));
    words.add(moments.fullDate(about.times().arrived()));
    Sentence lead = Sentence.of(String.join(", ", words));
    boolean unproven = about.payer().user().filter(user -> !user.verified()).isPresent();
    return unproven ? lead.quiet(" · the person is not proven") : lead;
  }

  private static List<Action> actions(CallStory story, String own, Role role) {
    List<Action> actions = new ArrayList<>();
    boolean waits = story.call().unsettled().isPresent();
    if (waits && role.atLeast(OPERATOR))
      actions.add(Action.post("Ask the upstream now", own + "/ask").with("refresh-cw"));
    if (waits && role.atLeast(ADMIN)) actions.add(Action.ask("Settle by hand…", own + "/settle"));
    if (!waits && role.atLeast(ADMIN)) actions.add(Action.ask("Correct…", own + "/correct"));
    return actions;
  }

  private static List<Figure> figures(CallStory story) {
    CallSettled about = story.call().call();
    CallTimes times = about.times();
    Tokens tokens = about.tokens();
    Figure cost =
        story
            .call()
            .generation()
            .map(entry -> Figure.usd("Cost", Numbers.exact(entry.cost())))
            .orElse(
                Figure.of("Cost", "—")
                    .saying(Sentence.of("at most USD " + Numbers.exact(about.reserved()))));
    return List.of(
        cost,
        Figure.of("Tokens", Numbers.count(tokens.prompt()))
            .and("in", true)
            .and(Numbers.count(tokens.completion()), false)
            .and("out", true),
        time("First byte", times.firstByte()),
        time("Added by us", times.forwarded()).saying(Sentence.of("until the upstream had it")));
  }

  private static Figure time(String name, long micros) {
    if (micros < 0) return Figure.of(name, "—");
    String[] words = Numbers.duration(micros).split(" ");
    return Figure.of(name, words[0]).and(words[1], true);
  }

  private Optional<DayComparison> compared(CallStory story) {
    CallSettled about = story.call().call();
    LocalDate day = LocalDate.ofInstant(about.times().arrived(), ZoneOffset.UTC);
    return usage.findings().of(about.payer().organisation(), new Days(day, day)).stream()
        .filter(one -> one.upstream().equals(about.request().upstream()))
        .findFirst();
  }

  private static List<Fact> facts(CallStory story) {
    CallSettled about = story.call().call();
    CallAnswer answer = about.answer();
    List<Fact> facts = new ArrayList<>();
    facts.add(code("Model asked", about.request().model()));
    facts.add(code("Model answered", answer.model()));
    facts.add(said("Provider", answer.provider()));
    facts.add(
        Fact.of(
            "Kind",
            Sentence.of(about.request().kind().word().replace('-', ' '))
                .quiet(" · as the workspace says")));
    facts.add(said("Ended", answer.finish()));
    Tokens tokens = about.tokens();
    if (tokens.cached() > 0) facts.add(Fact.of("From the cache", Numbers.count(tokens.cached())));
    if (tokens.reasoning() > 0) facts.add(Fact.of("Thinking", Numbers.count(tokens.reasoning())));
    about.payer().user().map(EndUser::id).ifPresent(id -> facts.add(code("Person’s id", id)));
    UUID key = about.payer().key();
    facts.add(
        key.equals(Payer.NO_KEY)
            ? Fact.of("Key", "none, taken in from elsewhere")
            : code("Key", key.toString()));
    facts.add(code("Generation", answer.generation().orElse("")));
    facts.add(code("Request", about.request().id()));
    facts.add(code("Call", about.call().toString()));
    story.conflicts().stream()
        .map(
            id ->
                Fact.of("Also claims it", Sentence.NONE.code(id.toString()))
                    .tagged(Fact.Tag.warn("conflict")))
        .forEach(facts::add);
    return facts;
  }

  private static Fact code(String name, String value) {
    return Fact.of(name, value.isEmpty() ? Sentence.of("not said") : Sentence.NONE.code(value));
  }

  private static Fact said(String name, String value) {
    return Fact.of(name, value.isEmpty() ? "not said" : value);
  }

  /** The call that the address names, if the caller may see it. */
  static CallStory asked(UsageRoom usage, Call call) {
    CallStory story = usage.calls().story(call.id("call"));
    if (call.principal().maySee(story.call().call().payer().organisation())) return story;
    throw Fault.notFound("no-such-call", "There is no ended call with this id.");
  }
}

package io.innkeeper.console;

import static io.innkeeper.caller.Role.OPERATOR;
import static io.innkeeper.caller.Role.VIEWER;

import io.innkeeper.caller.Role;
import io.innkeeper.client.VariablesChange;
import io.innkeeper.console.view.Action;
import io.innkeeper.console.view.Empty;
import io.innkeeper.console.view.Field;
import io.innkeeper.console.view.Listing;
import io.innkeeper.console.view.Question;
import io.innkeeper.console.view.Sentence;
import io.innkeeper.console.view.Toast;
import io.innkeeper.console.view.VariableListView;
import io.innkeeper.console.view.VariableListView.Row;
import io.innkeeper.console.view.VariableListView.Used;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.job.Job;
import io.innkeeper.variable.Wish;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Looking at a layer of variables and changing it, the same for every layer. */
final class VariableFlow {
  private static final int MOST = 100;

  private final Pages pages;
  private final Tray tray;
  private final Function<Call, VariablePlace> places;
  private final Function<VariablePlace, Optional<Used>> used;

  /**
   * @param places the layer that a call is about, if the caller may see it
   * @param used what the app really uses, where there is one
   */
  VariableFlow(
      Pages pages,
      Tray tray,
      Function<Call, VariablePlace> places,
      Function<VariablePlace, Optional<Used>> used) {
    this.pages = pages;
    this.tray = tray;
    this.places = places;
    this.used = used;
  }

  /**
   * Hangs its pages below a path.
   *
   * @param changing who may change it
   */
  void hang(Routes routes, String path, Role changing) {
    routes.page("GET", path, VIEWER, this::list);
    routes.page("GET", path + "/commands", VIEWER, this::commands);
    routes.page("GET", path + "/set", changing, this::ask);
    routes.page("POST", path + "/set", changing, this::set);
    routes.page("POST", path + "/set/check", changing, this::check);
    routes.drawer(path + "/set/commands", changing, this::setCommands);
    routes.page("GET", path + "/remove", changing, this::askToRemove);
    routes.page("POST", path + "/remove", changing, this::remove);
    new VariableReveal(pages, tray, places).hang(routes, path);
    new EnvPages(pages, places).hang(routes, path, changing);
  }

  private Reply list(Call call) {
    VariablePlace place = places.apply(call);
    String text = call.query("q").orElse("");
    String group = call.query("group").orElse("");
    VariableRows rows = new VariableRows(place, call.principal().role());
    List<Row> all = rows.of(text, group);
    boolean may = call.principal().role().atLeast(place.changing());
    // A tenant's page has its one primary action already.
    Action set = Action.go("Set one…", place.address() + "/set").with("plus");
    List<Action> actions = new ArrayList<>();
    actions.add(Action.go("Export", place.address() + "/export").with("file-text"));
    if (place.tenant().isEmpty() && call.principal().role().atLeast(OPERATOR))
      actions.add(Action.go("Some tenants…", place.several()).with("settings"));
    if (may) {
      actions.add(Action.go("Import…", place.address() + "/import").with("file-text"));
      actions.add(place.tenant().isPresent() ? set : set.primary());
    }
    return pages.page(
        call,
        place.section(),
        new VariableListView(
            place.head(call),
            place.parents(),
            place.heading(),
            place.lead(),
            actions,
            place.address() + "/commands",
            tray.shown(call, place.address()),
            listing(place, rows, text, group, all.size()),
            all.stream().limit(MOST).toList(),
            empty(all, text, group),
            used.apply(place)));
  }

  private static Optional<Empty> empty(List<Row> all, String text, String group) {
    if (!all.isEmpty()) return Optional.empty();
    if (text.isEmpty() && group.isEmpty())
      return Optional.of(
          Empty.none(
              "Nothing is set here",
              "Look for a setting by what it does: titles, voice, uploads. All that the app knows"
                  + " are here, with their defaults."));
    return Optional.of(
        Empty.none(
            "The app knows nothing of that kind", "A free variable can be set all the same."));
  }

  private static Listing listing(
      VariablePlace place, VariableRows rows, String text, String group, int found) {
    List<Listing.Option> options = new ArrayList<>();
    options.add(new Listing.Option("Set here", "", place.address(), group.isEmpty()));
    for (Map.Entry<String, Long> one : rows.groups().entrySet()) {
      String href = place.address() + "?group=" + one.getKey().replace(" ", "+");
      options.add(
          new Listing.Option(
              title(one.getKey()), one.getValue().toString(), href, one.getKey().equals(group)));
    }
    String shown =
        found > MOST
            ? "The first " + MOST + " of " + found
            : Numbers.of(found, "setting", "settings");
    return new Listing(
        place.address(),
        text,
        "Look for a setting by name or what it does",
        group.isEmpty() ? List.of() : List.of(new Field.Choice(group, "group", "")),
        List.of(new Listing.Filter("All that the app knows", title(group), options)),
        List.of(),
        List.of(),
        found > MOST ? new Listing.Paging(shown, "", "") : Listing.Paging.NONE,
        shown);
  }

  private static String title(String group) {
    return group.isEmpty()
        ? ""
        : group.substring(0, 1).toUpperCase(Locale.ROOT) + group.substring(1);
  }

  private Reply commands(Call call) {
    VariablePlace place = places.apply(call);
    return pages.dialog(
        call,
        place.section(),
        CommandLines.of("setting list " + place.option(), "GET " + place.api())
            .drawer(
                "As an .env file: innkeeper setting export " + place.option() + ".",
                "",
                place.address()));
  }

  private Reply ask(Call call) {
    VariablePlace place = places.apply(call);
    Typed now = VariableForm.now(place, call.query("name").orElse(""));
    return pages.page(call, place.section(), VariableForm.view(place, call, now, place.version()));
  }

  private Reply check(Call call) {
    VariablePlace place = places.apply(call);
    Typed typed = VariableForm.judged(place, VariableForm.typed(call));
    return OpenTenantPage.checked(
        pages, call, VariableForm.view(place, call, typed, RulesPage.seen(call)));
  }

  private Reply set(Call call) {
    VariablePlace place = places.apply(call);
    Typed typed = VariableForm.typed(call);
    if (call.dryRun()) {
      Typed judged = VariableForm.judged(place, typed);
      return pages.page(
          call, place.section(), VariableForm.view(place, call, judged, RulesPage.seen(call)));
    }
    try {
      Optional<Job> job =
          place.change(
              VariableForm.wish(typed),
              VariableForm.first(typed),
              RulesPage.seen(call),
              call.actor());
      return done(call, place, job, typed.value("name") + " is set.");
    } catch (Fault e) {
      Typed again = typed.refusedBy(e, "value");
      boolean late = e.code().equals("changed-meanwhile");
      VariablePlace now = late ? places.apply(call) : place;
      var view = VariableForm.view(now, call, again, late ? now.version() : RulesPage.seen(call));
      return late
          ? pages.conflict(call, place.section(), view)
          : pages.formAgain(call, place.section(), view);
    }
  }

  /** What was only ordered isn't done: its job shows how it goes. */
  private Reply done(Call call, VariablePlace place, Optional<Job> job, String said) {
    return job.map(one -> pages.done(call, "/jobs/" + one.id()))
        .orElseGet(() -> pages.done(call, place.address(), Toast.of(said)));
  }

  private Reply setCommands(Call call) {
    VariablePlace place = places.apply(call);
    return pages.dialog(
        call, place.section(), VariableForm.commands(place, VariableForm.typed(call)));
  }

  private Reply askToRemove(Call call) {
    VariablePlace place = places.apply(call);
    return pages.dialog(call, place.section(), removing(place, name(call), Optional.empty()));
  }

  private Question removing(VariablePlace place, String name, Optional<String> refusal) {
    boolean data = VariableForm.leadsToData(place, name);
    // What would change is shown as if the tick were there.
    Wish wish = unset(name, data);
    String at = place.address();
    return new Question(
        "Set " + name + " no more?",
        Sentence.of(
            "An outer layer’s word counts then, or else the app’s default. "
                + place.plan(wish).sentence()),
        List.of(),
        List.of("Everything else that is set"),
        data ? List.of(VariableForm.movedTick()) : List.of(),
        "",
        Action.post("Remove it", at + "/remove" + VariableRows.query(name))
            .with("trash-2")
            .danger(),
        "Keep it",
        at,
        refusal,
        removal(place, name, data));
  }

  private static Sentence removal(VariablePlace place, String name, boolean data) {
    CommandLines lines = CommandLines.of("setting remove " + place.option(), "").word(name);
    return (data ? lines.word("--data-moved") : lines).cli();
  }

  private static Wish unset(String name, boolean dataMoved) {
    return Wish.of(new VariablesChange(null, List.of(name), null, dataMoved));
  }

  private Reply remove(Call call) {
    VariablePlace place = places.apply(call);
    String name = name(call);
    try {
      Wish wish = unset(name, call.form(VariableForm.MOVED).isPresent());
      Optional<Job> job = place.change(wish, List.of(), place.version(), call.actor());
      return done(call, place, job, name + " is set no more.");
    } catch (Fault e) {
      if (e.kind() != Fault.Kind.CONFLICT) throw e;
      return pages.dialogAgain(
          call, place.section(), removing(place, name, Optional.of(Typed.words(e))));
    }
  }

  static String name(Call call) {
    return call.query("name")
        .orElseThrow(() -> Fault.notFound("no-such-variable", "No setting was named."));
  }
}

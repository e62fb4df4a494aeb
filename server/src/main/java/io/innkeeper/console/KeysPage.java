package io.innkeeper.console;

import static io.innkeeper.caller.Role.OPERATOR;
import static io.innkeeper.console.OrganisationsPage.asked;
import static io.innkeeper.console.RulesPage.spend;

import io.innkeeper.console.view.Action;
import io.innkeeper.console.view.Field;
import io.innkeeper.console.view.Field.Choice;
import io.innkeeper.console.view.FormView;
import io.innkeeper.console.view.Question;
import io.innkeeper.console.view.Secret;
import io.innkeeper.console.view.Sentence;
import io.innkeeper.console.view.Toast;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.key.IssuedKey;
import io.innkeeper.key.KeySpec;
import io.innkeeper.key.Keys;
import io.innkeeper.key.VirtualKey;
import io.innkeeper.key.WorkspaceKeys;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.tenant.Tenant;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Making, changing, rotating and revoking an organisation's keys; a value is shown once. */
final class KeysPage {
  private static final String ALL = "/organisations";
  private static final String KEYS = ALL + "/{organisation}/keys";
  private static final String ONE = KEYS + "/{key}";
  private static final List<Choice> OVERLAPS =
      List.of(
          new Choice("0", "no time: at once", ""),
          new Choice("60", "an hour", ""),
          new Choice("1440", "a day", ""),
          new Choice("10080", "a week", ""));

  private final ConsoleParts parts;
  private final Keys keys;
  private final WorkspaceKeys workspaces;
  private final Pages pages;
  private final Tray tray;

  KeysPage(ConsoleParts parts, Pages pages, Tray tray) {
    this.parts = parts;
    this.keys = parts.money().keys();
    this.workspaces = parts.money().workspaces();
    this.pages = pages;
    this.tray = tray;
  }

  void hang(Routes routes) {
    routes.page("GET", KEYS + "/new", OPERATOR, this::creating);
    routes.drawer(KEYS + "/new/commands", OPERATOR, this::createCommands);
    routes.page("POST", KEYS, OPERATOR, this::create);
    routes.page("POST", KEYS + "/seen", OPERATOR, this::seen);
    routes.page("GET", ONE + "/change", OPERATOR, this::changing);
    routes.drawer(ONE + "/change/commands", OPERATOR, this::changeCommands);
    routes.page("POST", ONE + "/change", OPERATOR, this::change);
    routes.page("GET", ONE + "/rotate", OPERATOR, this::askToRotate);
    routes.page("POST", ONE + "/rotate", OPERATOR, this::rotate);
    routes.page("GET", ONE + "/revoke", OPERATOR, this::askToRevoke);
    routes.page("POST", ONE + "/revoke", OPERATOR, this::revoke);
  }

  private Reply creating(Call call) {
    Organisation one = open(call);
    return pages.page(call, ALL, KeyForm.create(one, tenants(one), KeyForm.fresh()));
  }

  private Reply createCommands(Call call) {
    Organisation one = open(call);
    return pages.dialog(
        call, ALL, RuleCommands.newKey(one, KeyForm.typed(call), parts.clock().instant()));
  }

  private Reply create(Call call) {
    Organisation one = open(call);
    Typed typed = KeyForm.typed(call);
    try {
      KeySpec spec = KeyForm.spec(typed, zone(one), parts.clock().instant());
      Optional<UUID> tenant =
          typed.given("tenant").flatMap(slug -> workspaces.tenant(one.id(), slug));
      show(call, one, keys.create(one.id(), tenant, spec, call.actor()));
      return pages.done(call, spend(one));
    } catch (Fault e) {
      if (!typed.tells(e)) throw e;
      return pages.formAgain(call, ALL, KeyForm.create(one, tenants(one), typed.refusedBy(e)));
    }
  }

  private Reply changing(Call call) {
    Organisation one = open(call);
    VirtualKey key = named(call, one);
    return pages.page(
        call, ALL, KeyForm.change(one, key, key.version(), KeyForm.now(key, zone(one))));
  }

  private Reply changeCommands(Call call) {
    Organisation one = open(call);
    String key = named(call, one).id().toString();
    return pages.dialog(
        call, ALL, RuleCommands.changedKey(one, key, KeyForm.typed(call), parts.clock().instant()));
  }

  private Reply change(Call call) {
    Organisation one = open(call);
    VirtualKey key = named(call, one);
    Typed typed = KeyForm.typed(call);
    long seen = RulesPage.seen(call);
    try {
      KeySpec wanted = KeyForm.changed(key.spec(), typed, zone(one), parts.clock().instant());
      keys.change(one.id(), key.id(), wanted, seen, call.actor());
      return pages.done(call, spend(one), Toast.of("The key " + wanted.name() + " is changed."));
    } catch (Fault e) {
      boolean overtaken = e.code().equals("changed-meanwhile");
      if (!overtaken && !typed.tells(e)) throw e;
      Typed again = typed.refusedBy(e, "name");
      FormView form = KeyForm.change(one, key, overtaken ? key.version() : seen, again);
      return overtaken ? pages.conflict(call, ALL, form) : pages.formAgain(call, ALL, form);
    }
  }

  private Reply askToRotate(Call call) {
    return pages.dialog(call, ALL, rotating(open(call), call.id("key"), Optional.empty()));
  }

  private Reply rotate(Call call) {
    Organisation one = open(call);
    UUID id = call.id("key");
    Duration overlap =
        Duration.ofMinutes(
            call.form("overlap").filter(KeysPage::offered).map(Long::parseLong).orElse(60L));
    try {
      if (own(one, id).isPresent()) {
        Optional<UUID> job = workspaces.rotate(id, overlap, call.actor());
        return pages.done(call, job.map(started -> "/jobs/" + started).orElse(spend(one)));
      }
      show(call, one, keys.rotate(one.id(), id, overlap, call.actor()));
      return pages.done(call, spend(one));
    } catch (Fault e) {
      if (e.kind() != Fault.Kind.CONFLICT) throw e;
      return pages.dialogAgain(call, ALL, rotating(one, id, Optional.of(Typed.words(e))));
    }
  }

  private static boolean offered(String minutes) {
    return OVERLAPS.stream().anyMatch(choice -> choice.value().equals(minutes));
  }

  private Reply askToRevoke(Call call) {
    Organisation one = open(call);
    return pages.dialog(call, ALL, revoking(one, named(call, one)));
  }

  private Reply revoke(Call call) {
    Organisation one = open(call);
    VirtualKey key = keys.revoke(one.id(), named(call, one).id(), call.actor());
    return pages.done(
        call, spend(one), Toast.of("The key " + key.spec().name() + " opens nothing now."));
  }

  private Reply seen(Call call) {
    Organisation one = asked(parts.organisations(), call);
    tray.putAway(call, KeyRows.address(one));
    return pages.done(call, spend(one));
  }

  private void show(Call call, Organisation one, IssuedKey issued) {
    String at = KeyRows.address(one);
    tray.show(
        call,
        at,
        new Secret(
            "Key " + issued.key().spec().name(),
            "It is shown now and never again; we keep only its hash.",
            issued.value().unwrap(),
            at + "/seen"));
  }

  private Question rotating(Organisation one, UUID id, Optional<String> refusal) {
    Optional<WorkspaceKeys.WorkspaceKey> own = own(one, id);
    String name =
        own.map(WorkspaceKeys.WorkspaceKey::name)
            .orElseGet(
                () ->
                    keys.find(one.id(), id)
                        .map(key -> key.spec().name())
                        .orElseThrow(KeysPage::notThere));
    Field overlap =
        Field.select("overlap", "The value before it counts for", OVERLAPS).holding("60");
    return new Question(
        "Give " + name + " a new key?",
        Sentence.of(
            own.isPresent()
                ? "The workspace gets it by a new container: under a minute without service."
                : "The new value is shown once. Put it where it is used before the old one ends."),
        List.of(),
        List.of("Name, limits, budget and what was spent"),
        List.of(overlap),
        "",
        Action.post("Rotate key", KeyRows.address(one) + "/" + id + "/rotate")
            .with("rotate-cw")
            .primary(),
        "Keep the value",
        spend(one),
        refusal,
        Sentence.of("innkeeper key rotate " + one.slug() + " " + id + " --overlap 60"));
  }

  private static Question revoking(Organisation one, VirtualKey key) {
    return new Question(
        "Revoke the key " + key.spec().name() + "?",
        Sentence.of("Programs that use it are refused within a second. It can’t be given back."),
        List.of("the key " + key.hint() + ", every value of it"),
        List.of("What it spent stays in the books"),
        List.of(),
        "",
        Action.post("Revoke key", KeyRows.address(one) + "/" + key.id() + "/revoke")
            .with("trash-2")
            .weighing(Action.Weight.DESTROY),
        "Keep it",
        spend(one),
        Optional.empty(),
        Sentence.of("innkeeper key revoke " + one.slug() + " " + key.id()));
  }

  private Optional<WorkspaceKeys.WorkspaceKey> own(Organisation one, UUID id) {
    return workspaces.find(id).filter(key -> key.organisation().equals(one.id()));
  }

  private VirtualKey named(Call call, Organisation one) {
    return keys.find(one.id(), call.id("key")).orElseThrow(KeysPage::notThere);
  }

  private static Fault notThere() {
    return Fault.notFound("no-such-key", "There is no such key.");
  }

  private Organisation open(Call call) {
    return RulesPage.open(parts, call);
  }

  private List<Tenant> tenants(Organisation one) {
    return parts.tenants().tenants().all().stream()
        .filter(tenant -> tenant.organisation().equals(one.id()))
        .toList();
  }

  private static ZoneId zone(Organisation one) {
    return one.spec().timeZone();
  }
}

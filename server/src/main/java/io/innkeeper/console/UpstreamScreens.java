package io.innkeeper.console;

import static io.innkeeper.caller.Role.ADMIN;
import static io.innkeeper.caller.Role.OPERATOR;

import io.innkeeper.caller.Principal;
import io.innkeeper.caller.Role;
import io.innkeeper.console.view.Action;
import io.innkeeper.console.view.Empty;
import io.innkeeper.console.view.Fact;
import io.innkeeper.console.view.Moment;
import io.innkeeper.console.view.Sentence;
import io.innkeeper.console.view.ServedKeyView;
import io.innkeeper.console.view.UpstreamKeysView;
import io.innkeeper.console.view.WindowState;
import io.innkeeper.money.Usd;
import io.innkeeper.openrouter.provision.KeyState;
import io.innkeeper.openrouter.provision.ManagementKey;
import io.innkeeper.openrouter.provision.ProvisionedKey;
import io.innkeeper.openrouter.provision.ProvisionedKeys;
import io.innkeeper.openrouter.provision.UpstreamListing;
import io.innkeeper.openrouter.provision.UpstreamListing.Kind;
import io.innkeeper.organisation.Organisation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keys at the upstream as the console shows them. */
final class UpstreamScreens {
  private final ProvisionedKeys keys;
  private final OrganisationHeads heads;
  private final Moments moments;

  UpstreamScreens(ProvisionedKeys keys, OrganisationHeads heads, Moments moments) {
    this.keys = keys;
    this.heads = heads;
    this.moments = moments;
  }

  ServedKeyView one(KeyState state, Principal looker) {
    return new ServedKeyView(
        heads.head(state.organisation(), looker, OrganisationHeads.Part.KEY),
        actions(state, looker.role()),
        window(state),
        word(state),
        says(state),
        warnings(state),
        facts(state),
        state.earlier().stream().map(this::earlier).toList(),
        UpstreamKeysPage.ALL);
  }

  private List<Action> actions(KeyState state, Role role) {
    if (!role.atLeast(OPERATOR) || state.organisation().state() == Organisation.State.CLOSED)
      return List.of();
    String at = UpstreamKeyPage.address(state.organisation());
    Action paste = Action.ask("Give one by hand…", at + "/paste").with("key-round");
    String label = state.current().isEmpty() ? "Make a key…" : "Rotate…";
    Action rotate = Action.ask(label, at + "/rotate").with("rotate-cw");
    if (!keys.management().isThere())
      return List.of(paste, rotate.blockedBy("There is no management key"));
    return List.of(paste, rotate);
  }

  private static WindowState window(KeyState state) {
    if (state.job().isPresent()) return WindowState.RUNNING;
    return switch (state.word()) {
      case "in-use" -> WindowState.IN_USE;
      case "switched-off" -> WindowState.SUSPENDED;
      case "lost" -> WindowState.FAILED;
      default -> WindowState.WAITING;
    };
  }

  private static String word(KeyState state) {
    if (state.job().isPresent()) return "Being changed";
    return switch (state.word()) {
      case "in-use" -> "In use";
      case "switched-off" -> "Switched off";
      case "lost" -> "Gone at OpenRouter";
      default -> "No key";
    };
  }

  private Sentence says(KeyState state) {
    if (state.job().isPresent())
      return Sentence.of("A job changes it now: ")
          .link("its steps", "/jobs/" + state.job().get())
          .plain(".");
    if (state.current().isEmpty())
      return Sentence.of(
          keys.management().isThere()
              ? "Model calls are refused until there is one; it is made by itself."
              : "Model calls are refused until there is one.");
    boolean made = state.current().get().origin() == ProvisionedKey.Origin.MADE;
    return Sentence.of(
        made
            ? "Made by Innkeeper, and kept in step with budget, name and standing."
            : "Given by hand, so it is left as it is at OpenRouter.");
  }

  private List<String> warnings(KeyState state) {
    List<String> warnings = new ArrayList<>();
    state
        .trouble()
        .problem()
        .ifPresent(
            why ->
                warnings.add(
                    why
                        + state
                            .trouble()
                            .retryAt()
                            .map(at -> " It is tried again at " + moments.clock(at) + ".")
                            .orElse("")));
    state.trouble().drift().ifPresent(warnings::add);
    return warnings;
  }

  private List<Fact> facts(KeyState state) {
    List<Fact> facts = new ArrayList<>();
    state
        .current()
        .ifPresent(
            key -> {
              facts.add(Fact.of("Key", Sentence.NONE.code(key.shown())));
              boolean made = key.origin() == ProvisionedKey.Origin.MADE;
              if (made) facts.add(Fact.of("Name there", Sentence.NONE.code(key.told().name())));
              key.hash().ifPresent(hash -> facts.add(Fact.of("Hash", Sentence.NONE.code(hash))));
              if (made)
                facts.add(
                    Fact.of(
                        "Cap",
                        Sentence.of(cap(key.told().cap()))
                            .quiet(" a UTC month, a quarter above the hard budget")));
              key.usedFrom()
                  .ifPresent(at -> facts.add(Fact.of("In use since", moments.moment(at).words())));
            });
    ManagementKey.Told management = keys.management().told();
    facts.add(Fact.of("Management key", management(management)));
    return facts;
  }

  private static String management(ManagementKey.Told told) {
    return switch (told.source()) {
      case SETTINGS -> told.label() + ", from the settings";
      case KEPT -> told.label() + ", given by " + told.by();
      case NONE -> "none: keys are given by hand";
    };
  }

  private ServedKeyView.Earlier earlier(ProvisionedKey key) {
    return switch (key.state()) {
      case WANTED, CANDIDATE ->
          earlier(key, WindowState.RUNNING, "Coming", Moment.NONE, "not in use yet");
      case RETIRING ->
          earlier(
              key,
              WindowState.STOPPED,
              key.told().disabled() ? "Switched off" : "Still works",
              key.deleteAt().map(moments::date).orElse(Moment.NONE),
              "then deleted");
      case LEFT ->
          earlier(key, WindowState.HALF_DONE, "Given up", Moment.NONE, "deleted at the next look");
      default ->
          earlier(
              key,
              WindowState.REMOVED,
              "Gone",
              key.goneAt().map(moments::date).orElse(Moment.NONE),
              "");
    };
  }

  private static ServedKeyView.Earlier earlier(
      ProvisionedKey key, WindowState state, String word, Moment until, String what) {
    String origin = key.origin() == ProvisionedKey.Origin.MADE ? "made" : "by hand";
    return new ServedKeyView.Earlier(key.shown(), origin, state, word, until, what);
  }

  UpstreamKeysView all(Optional<UpstreamListing> listing, Optional<Empty> empty, Role role) {
    ManagementKey.Told management = keys.management().told();
    List<Action> actions = new ArrayList<>();
    if (role.atLeast(ADMIN) && management.source() != ManagementKey.Source.SETTINGS) {
      String at = UpstreamKeysPage.ALL + "/management-key";
      boolean none = management.source() == ManagementKey.Source.NONE;
      if (!none) actions.add(Action.ask("Forget it…", at + "/remove").with("trash-2"));
      if (!none) actions.add(Action.ask("Another management key…", at + "/set").with("key-round"));
    }
    if (role.atLeast(OPERATOR) && management.source() != ManagementKey.Source.NONE)
      actions.add(
          Action.post("Check now", UpstreamKeysPage.ALL + "/check").with("rotate-cw").primary());
    return new UpstreamKeysView(
        actions,
        account(management),
        listing.stream().flatMap(all -> all.keys().stream()).map(one -> row(one, role)).toList(),
        empty);
  }

  private List<Fact> account(ManagementKey.Told management) {
    ProvisionedKeys.LastLook look = keys.lastLook();
    List<Fact> facts = new ArrayList<>();
    facts.add(Fact.of("Management key", management(management)));
    facts.add(
        Fact.of(
            "Last look",
            Sentence.of(look.at().map(at -> moments.moment(at).words()).orElse("not yet"))
                .quiet(" one every night, and when the management key changes")));
    look.problem()
        .ifPresent(why -> facts.add(Fact.of("It failed", why).tagged(Fact.Tag.bad("failed"))));
    if (look.orphans() > 0)
      facts.add(
          Fact.of(
                  "Orphans",
                  Sentence.of(Long.toString(look.orphans()))
                      .quiet(" named like ours, known to nobody here"))
              .tagged(Fact.Tag.warn("look")));
    return facts;
  }

  private UpstreamKeysView.Row row(UpstreamListing.Listed listed, Role role) {
    boolean orphan = listed.kind() == Kind.ORPHAN;
    boolean disabled = listed.key().disabled();
    WindowState well = orphan ? WindowState.UNKNOWN : WindowState.VALID;
    return new UpstreamKeysView.Row(
        listed.key().name(),
        listed.key().label(),
        whose(listed),
        listed.organisation().map(UpstreamKeyPage::address).orElse(""),
        disabled ? WindowState.STOPPED : well,
        disabled ? "Disabled" : orphan ? "Orphan" : "Enabled",
        cap(listed.key().limit()),
        Numbers.cents(listed.key().credits().month()),
        listed.key().createdAt().map(moments::date).orElse(Moment.NONE),
        orphan && role.atLeast(OPERATOR)
            ? List.of(
                Action.ask("Delete…", UpstreamKeysPage.ALL + "/" + listed.key().hash() + "/delete")
                    .with("trash-2")
                    .danger())
            : List.of());
  }

  private static String whose(UpstreamListing.Listed listed) {
    return switch (listed.kind()) {
      case OURS -> listed.organisation().map(Organisation::name).orElse("Innkeeper");
      case ORPHAN -> "nobody here";
      case FOREIGN -> "somebody else";
    };
  }

  private static String cap(Optional<Usd> cap) {
    return cap.map(amount -> "USD " + Numbers.cents(amount)).orElse("none");
  }

  Empty noManagementKey(Role role) {
    String text =
        "With a management key of OpenRouter, Innkeeper makes each organisation a key of its own."
            + " Without one, keys are given by hand.";
    return role.atLeast(ADMIN)
        ? Empty.first(
            "There is no management key",
            text,
            Action.ask("Give a management key…", UpstreamKeysPage.ALL + "/management-key/set")
                .with("key-round")
                .primary())
        : Empty.none("There is no management key", text);
  }
}

package io.innkeeper.console;

import static io.innkeeper.caller.Role.ADMIN;
import static io.innkeeper.caller.Role.OPERATOR;
import static io.innkeeper.caller.Role.VIEWER;

import io.innkeeper.console.view.Action;
import io.innkeeper.console.view.Empty;
import io.innkeeper.console.view.Field;
import io.innkeeper.console.view.Question;
import io.innkeeper.console.view.Sentence;
import io.innkeeper.console.view.Toast;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.openrouter.provision.ProvisionedKeys;
import io.innkeeper.openrouter.provision.UpstreamListing;
import io.innkeeper.openrouter.provision.UpstreamListing.Kind;
import io.innkeeper.openrouter.provision.UpstreamListing.Listed;
import io.innkeeper.secret.Secret;
import java.util.List;
import java.util.Optional;

/** All keys of the account, orphans among them; and the key with which they are made. */
final class UpstreamKeysPage {
  static final String ALL = "/upstream-keys";
  private static final String SECTION = "/organisations";
  private static final String MANAGEMENT = ALL + "/management-key";

  private final ProvisionedKeys keys;
  private final Pages pages;
  private final UpstreamScreens screens;

  UpstreamKeysPage(ConsoleParts parts, Pages pages, UpstreamScreens screens) {
    this.keys = parts.money().upstream();
    this.pages = pages;
    this.screens = screens;
  }

  void hang(Routes routes) {
    routes.page("GET", ALL, VIEWER, this::list);
    routes.page("POST", ALL + "/check", OPERATOR, this::check);
    routes.page("GET", MANAGEMENT + "/set", ADMIN, this::askToSet);
    routes.page("POST", MANAGEMENT + "/set", ADMIN, this::set);
    routes.page("GET", MANAGEMENT + "/remove", ADMIN, this::askToRemove);
    routes.page("POST", MANAGEMENT + "/remove", ADMIN, this::remove);
    routes.page("GET", ALL + "/{hash}/delete", OPERATOR, this::askToDelete);
    routes.page("POST", ALL + "/{hash}/delete", OPERATOR, this::delete);
  }

  /** A list that can't be had is no empty list: the page says why. */
  private Reply list(Call call) {
    Optional<UpstreamListing> listing = Optional.empty();
    Optional<Empty> empty = Optional.empty();
    if (!keys.management().isThere()) {
      empty = Optional.of(screens.noManagementKey(call.principal().role()));
    } else {
      try {
        listing = Optional.of(keys.listing());
        if (listing.get().keys().isEmpty())
          empty = Optional.of(Empty.none("No keys", "The account at OpenRouter has none."));
      } catch (Fault e) {
        empty =
            Optional.of(Empty.broken("The keys can’t be listed", Typed.words(e), call.requestId()));
      }
    }
    return pages.page(call, SECTION, screens.all(listing, empty, call.principal().role()));
  }

  private Reply check(Call call) {
    UpstreamListing found = keys.sync(call.actor());
    int orphans = found.of(Kind.ORPHAN).size();
    String words = Numbers.of(found.keys().size(), "key", "keys") + " looked at";
    return pages.done(
        call,
        ALL,
        Toast.of(
            orphans == 0
                ? words + "."
                : words + ", " + Numbers.of(orphans, "orphan", "orphans") + "."));
  }

  private Reply askToSet(Call call) {
    return pages.dialog(call, SECTION, setting(Optional.empty()));
  }

  private Reply set(Call call) {
    try {
      keys.giveManagementKey(Secret.of(call.form("key").orElse("").strip()), call.actor());
      return pages.done(
          call, ALL, Toast.of("The management key is kept. Organisations get their keys now."));
    } catch (Fault e) {
      // The upstream's no belongs beside the field as much as ours.
      return pages.dialogAgain(call, SECTION, setting(Optional.of(Typed.words(e))));
    }
  }

  private static Question setting(Optional<String> refusal) {
    return new Question(
        "Give a management key?",
        Sentence.of(
            "With it Innkeeper makes each organisation a key of its own, and keeps cap and standing"
                + " in step. OpenRouter is asked with it first, which costs nothing."),
        List.of(),
        List.of("Keys that were given by hand"),
        List.of(
            Field.of(Field.Kind.PASSWORD, "key", "The management key")
                .hinted("Made in the account’s settings at OpenRouter. Sealed, and never shown.")),
        "",
        Action.post("Keep it", MANAGEMENT + "/set").with("key-round").primary(),
        "Not now",
        ALL,
        refusal,
        CommandLines.of("upstream management-key set", "").cli());
  }

  private Reply askToRemove(Call call) {
    Question question =
        new Question(
            "Forget the management key?",
            Sentence.of("No key is made, limited or rotated until there is another one."),
            List.of("the management key, here"),
            List.of(
                "The organisations’ keys, and what they may do", "The key itself, at OpenRouter"),
            List.of(),
            "",
            Action.post("Forget it", MANAGEMENT + "/remove").with("trash-2").danger(),
            "Keep it",
            ALL,
            Optional.empty(),
            CommandLines.of("upstream management-key remove", "").cli());
    return pages.dialog(call, SECTION, question);
  }

  private Reply remove(Call call) {
    keys.management().remove(call.actor());
    return pages.done(call, ALL, Toast.of("The management key is forgotten."));
  }

  private Reply askToDelete(Call call) {
    return pages.dialog(call, SECTION, deleting(orphan(call), Optional.empty()));
  }

  private Reply delete(Call call) {
    Listed orphan = orphan(call);
    String typed = call.form("typed").orElse("");
    try {
      keys.deleteOrphan(orphan.key().hash(), typed, call.actor());
      return pages.done(
          call, ALL, Toast.of("The key " + orphan.key().label() + " is deleted at OpenRouter."));
    } catch (Fault e) {
      if (e.kind() != Fault.Kind.INVALID) throw e;
      return pages.dialogAgain(call, SECTION, deleting(orphan, Optional.of(Typed.words(e))));
    }
  }

  private Listed orphan(Call call) {
    String hash = call.path("hash");
    return keys.listing().of(Kind.ORPHAN).stream()
        .filter(one -> one.key().hash().equals(hash))
        .findFirst()
        .orElseThrow(
            () -> Fault.notFound("no-such-upstream-key", "There is no orphan with this hash."));
  }

  private static Question deleting(Listed orphan, Optional<String> refusal) {
    return new Question(
        "Delete the key " + orphan.key().label() + "?",
        Sentence.of(
            "Nobody here knows it. If another Innkeeper on the same account does, its calls fail."),
        List.of("the key, for good"),
        List.of("What it spent stays in the account’s figures"),
        List.of(),
        orphan.key().name(),
        Action.post("Delete key", ALL + "/" + orphan.key().hash() + "/delete")
            .with("trash-2")
            .weighing(Action.Weight.DESTROY),
        "Keep it",
        ALL,
        refusal,
        CommandLines.of("upstream delete-orphan", "").word(orphan.key().hash()).cli());
  }
}

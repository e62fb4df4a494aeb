package io.innkeeper.console;

import static io.innkeeper.console.SampleShell.LONG;
import static io.innkeeper.console.SampleShell.moment;

import io.innkeeper.console.view.Action;
import io.innkeeper.console.view.Empty;
import io.innkeeper.console.view.Fact;
import io.innkeeper.console.view.Moment;
import io.innkeeper.console.view.Sentence;
import io.innkeeper.console.view.ServedKeyView;
import io.innkeeper.console.view.UpstreamKeysView;
import io.innkeeper.console.view.WindowState;
import java.util.List;
import java.util.Optional;

/** Keys at the upstream, to look at. */
final class SampleKeys {
  private static final String HASH =
      "0c3d9a7be4410f52c6a8d1e97f3b2a6405de8c917fb4a3620d1e5f7c8b9a0d21";

  private SampleKeys() {}

  static ServedKeyView one() {
    return new ServedKeyView(
        SampleMoney.spend().head(),
        List.of(
            Action.ask("Give one by hand…", "/organisations/brzoza/upstream-key/paste")
                .with("key-round"),
            Action.ask("Rotate…", "/organisations/brzoza/upstream-key/rotate").with("rotate-cw")),
        WindowState.IN_USE,
        "In use",
        Sentence.of("Made by Innkeeper, and kept in step with budget, name and standing."),
        List.of(
            "Tried to change a key, but OpenRouter refused: it was asked too often. Try again in"
                + " 45 s. It is tried again at 14:33:07.",
            "At OpenRouter its cap was USD 500 instead of USD 62.5; it was mended."),
        List.of(
            Fact.of("Key", Sentence.NONE.code("sk-or-v1-0e6...1c96")),
            Fact.of("Name there", Sentence.NONE.code("innkeeper/brzoza/3f2a91c0de " + LONG)),
            Fact.of("Hash", Sentence.NONE.code(HASH)),
            Fact.of(
                "Cap",
                Sentence.of("USD 62.50").quiet(" a UTC month, a quarter above the hard budget")),
            Fact.of("In use since", "20 Nov, 14:02"),
            Fact.of("Management key", "sk-or-v1-…9f2c, given by Marta Zielińska")),
        List.of(
            earlier("sk-or-v1-7b1...44aa", "made", WindowState.STOPPED, "Switched off", "27 Nov"),
            earlier("sk-or-v1-…1c07", "by hand", WindowState.REMOVED, "Gone", "12 Nov"),
            earlier("innkeeper/brzoza/9d0e11aa02", "made", WindowState.HALF_DONE, "Given up", "")),
        "/upstream-keys");
  }

  private static ServedKeyView.Earlier earlier(
      String key, String origin, WindowState state, String word, String until) {
    return new ServedKeyView.Earlier(
        key,
        origin,
        state,
        word,
        until.isEmpty() ? Moment.NONE : moment(until),
        word.equals("Switched off") ? "then deleted" : "");
  }

  static UpstreamKeysView all() {
    return new UpstreamKeysView(
        List.of(
            Action.ask("Forget it…", "/upstream-keys/management-key/remove").with("trash-2"),
            Action.ask("Another management key…", "/upstream-keys/management-key/set")
                .with("key-round"),
            Action.post("Check now", "/upstream-keys/check").with("rotate-cw").primary()),
        List.of(
            Fact.of("Management key", "sk-or-v1-…9f2c, given by Marta Zielińska"),
            Fact.of(
                "Last look",
                Sentence.of("02:15:04")
                    .quiet(" one every night, and when the management key changes")),
            Fact.of("Orphans", Sentence.of("1").quiet(" named like ours, known to nobody here"))
                .tagged(Fact.Tag.warn("look"))),
        List.of(
            row("innkeeper/brzoza/3f2a91c0de " + LONG, LONG, WindowState.VALID, "Enabled"),
            row("innkeeper/tatra/77aa01bc9d Tatra", "Tatra", WindowState.STOPPED, "Disabled"),
            row("innkeeper/ghost/0123456789", "nobody here", WindowState.UNKNOWN, "Orphan"),
            row("somebody's notebook", "somebody else", WindowState.VALID, "Enabled")),
        Optional.empty());
  }

  static UpstreamKeysView none() {
    return new UpstreamKeysView(
        List.of(),
        List.of(Fact.of("Management key", "none: keys are given by hand")),
        List.of(),
        Optional.of(
            Empty.first(
                "There is no management key",
                "With a management key of OpenRouter, Innkeeper makes each organisation a key of its"
                    + " own. Without one, keys are given by hand.",
                Action.ask("Give a management key…", "/upstream-keys/management-key/set")
                    .with("key-round")
                    .primary())));
  }

  private static UpstreamKeysView.Row row(
      String name, String whose, WindowState state, String word) {
    boolean orphan = word.equals("Orphan");
    boolean ours = name.startsWith("innkeeper/") && !orphan;
    return new UpstreamKeysView.Row(
        name,
        "sk-or-v1-0e6...1c96",
        whose,
        ours ? "/organisations/brzoza/upstream-key" : "",
        state,
        word,
        ours ? "USD 62.50" : "none",
        "12.75",
        moment("20 Nov"),
        orphan
            ? List.of(
                Action.ask("Delete…", "/upstream-keys/" + HASH + "/delete")
                    .with("trash-2")
                    .danger())
            : List.of());
  }
}

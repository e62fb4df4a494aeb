package io.innkeeper.console;

import io.innkeeper.client.MasterKeyView;
import io.innkeeper.console.view.Action;
import io.innkeeper.console.view.BreakGlassView;
import io.innkeeper.console.view.Empty;
import io.innkeeper.console.view.Fact;
import io.innkeeper.console.view.Sentence;
import io.innkeeper.console.view.WindowState;
import io.innkeeper.infrastructure.reading.BreakGlass;
import io.innkeeper.infrastructure.reading.GlassCopy;
import io.innkeeper.infrastructure.reading.Recipient;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How the break-glass copy stands, in words. */
record BreakGlassStand(BreakGlass glass, Moments moments) {
  private static final String PATH = BreakGlassPage.PATH;

  BreakGlassView view(boolean admin, MasterKeyView keys) {
    GlassCopy copy = glass.copy();
    List<Recipient> recipients = glass.recipients();
    Stand stand = stand(copy, recipients);
    Action add = Action.ask("Seal for somebody…", PATH + "/recipients/new").with("plus");
    return new BreakGlassView(
        recipients.isEmpty() ? List.of() : actions(admin, add),
        stand.state(),
        stand.word(),
        stand.lead(),
        facts(copy),
        recipients.stream().map(one -> row(one, admin)).toList(),
        keyFacts(keys),
        admin
            ? List.of(Action.post("Seal with a fresh key", PATH + "/master-key").with("rotate-cw"))
            : List.of(),
        "innkeeper break-glass open "
            + glass.path().getFileName()
            + " --key KEYFILE\nage --decrypt --identity KEYFILE "
            + glass.path().getFileName(),
        recipients.isEmpty() ? Optional.of(nobody(admin, add)) : Optional.empty());
  }

  private static List<Fact> keyFacts(MasterKeyView keys) {
    return List.of(
        Fact.of("Key that seals", keys.seals()),
        Fact.of(
            "Earlier keys", keys.earlier().isEmpty() ? "none" : String.join(", ", keys.earlier())),
        Fact.of(
            "What it does",
            "It seals every secret in the store and stands in a file beside it. A fresh one seals"
                + " them all anew; earlier ones go within two nights, once nothing needs them."));
  }

  private record Stand(WindowState state, String word, String lead) {}

  private Stand stand(GlassCopy copy, List<Recipient> recipients) {
    if (recipients.isEmpty())
      return new Stand(
          WindowState.DEGRADED, "None", "With SDDC Manager down, nobody would have a password.");
    if (copy.made().isEmpty())
      return new Stand(WindowState.WAITING, "Not made yet", "It is made within a minute.");
    if (copy.drill().filter(drill -> !drill.whole()).isPresent())
      return new Stand(
          WindowState.FAILED,
          "The drill failed",
          copy.drill().map(GlassCopy.Drill::said).orElse(""));
    if (glass.old())
      return new Stand(
          WindowState.HALF_DONE, "Older than the store", "It is made anew within a minute.");
    if (copy.opened().isEmpty())
      return new Stand(
          WindowState.VALID, "Up to date", "No person has proven yet that they can open it.");
    return new Stand(WindowState.PROVEN, "Up to date and proven", "");
  }

  private static List<Action> actions(boolean admin, Action add) {
    List<Action> all = new ArrayList<>();
    all.add(Action.ask("I opened it…", PATH + "/opened").with("check"));
    if (!admin) return all;
    all.add(Action.post("Drill now", PATH + "/drill").with("play"));
    all.add(Action.post("Make anew", PATH).with("refresh-cw"));
    all.add(add);
    all.add(Action.post("Download", PATH + "/file").with("download").primary());
    return all;
  }

  private List<Fact> facts(GlassCopy copy) {
    List<Fact> facts = new ArrayList<>();
    facts.add(Fact.of("Lies at", glass.path().toString()));
    copy.made()
        .ifPresent(
            made -> {
              facts.add(Fact.of("Made", moments.moment(made.at()).words()));
              facts.add(
                  Fact.of(
                      "Holds",
                      "%d credentials of %d environments, %d passwords, %s kB"
                          .formatted(
                              made.holds().credentials(),
                              made.holds().environments(),
                              made.holds().passwords(),
                              String.format(Locale.ROOT, "%,d", made.bytes() / 1000))));
              facts.add(Fact.of("SHA-256", made.sha256()));
            });
    facts.add(
        Fact.of(
            "Last drill",
            copy.drill()
                .map(drill -> moments.moment(drill.at()).words() + ": " + drill.said())
                .orElse("not yet; every night at 03:40 UTC")));
    facts.add(
        Fact.of(
            "Opened by a person",
            copy.opened()
                .map(opened -> opened.by() + ", " + moments.moment(opened.at()).words())
                .orElse("never")));
    return facts;
  }

  private BreakGlassView.Row row(Recipient one, boolean admin) {
    return new BreakGlassView.Row(
        one.name(),
        one.recipient(),
        moments.date(one.addedAt()),
        one.addedBy(),
        admin
            ? List.of(
                Action.ask("Take away…", PATH + "/recipients/" + one.id() + "/remove")
                    .with("trash-2")
                    .danger())
            : List.of());
  }

  private static Empty nobody(boolean admin, Action add) {
    return new Empty(
        Empty.Kind.FIRST,
        "Sealed for nobody yet",
        Sentence.of(
            "The copy holds every password, made anew at each change. It opens with a key that a"
                + " person keeps, on any machine, without this server. It needs at least one key,"
                + " better two in two places."),
        admin ? List.of(add.primary()) : List.of());
  }
}

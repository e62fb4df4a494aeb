package io.innkeeper.console;

import io.innkeeper.console.view.Action;
import io.innkeeper.console.view.Sentence;
import io.innkeeper.console.view.SlimBar;
import io.innkeeper.console.view.Tab;
import io.innkeeper.console.view.UsageHead;
import io.innkeeper.console.view.Words;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What stands above an organisation's usage pages. */
final class UsageHeads {
  private final String host;

  UsageHeads(String host) {
    this.host = host;
  }

  UsageHead head(Looking looking, UsageTab tab) {
    Words words = looking.words();
    Address here = looking.to(tab);
    return new UsageHead(
        words,
        looking.organisation().name(),
        looking.client() ? List.of() : List.of(new Tab("Usage", "", UsagePage.PATH, false)),
        lead(looking),
        picker(looking, here),
        currencies(looking, here),
        actions(looking, tab),
        Stream.of(UsageTab.values())
            .map(one -> new Tab(words.say(one.label()), "", looking.to(one).toString(), one == tab))
            .toList(),
        looking.client() ? Optional.of(bar(looking, here)) : Optional.empty());
  }

  private static Sentence lead(Looking looking) {
    Words words = looking.words();
    UsagePeriod before = looking.period().before();
    String span = looking.formats().longSpan(before.from(), before.to());
    if (!looking.period().live())
      return Sentence.of(words.tell("All days are final. Changes are against %s.", span));
    return Sentence.of(
        words.tell(
            "Today is live, %s. Earlier days are final. Changes are against %s.",
            Formats.time(looking.now(), looking.zone()), span));
  }

  private static UsageHead.Picker picker(Looking looking, Address here) {
    UsagePeriod period = looking.period();
    Address clear = here.with("month", "").with("from", "").with("to", "");
    return new UsageHead.Picker(
        label(looking),
        period.earlier(here).toString(),
        period.later(here).map(Address::toString).orElse(""),
        clear.path(),
        period.from().toString(),
        period.shown().toString(),
        clear.hiddenBut(""));
  }

  static String label(Looking looking) {
    UsagePeriod period = looking.period();
    if (period.month()) return looking.formats().month(YearMonth.from(period.from()));
    LocalDate to = period.to();
    if (period.from().getYear() != to.getYear()) return looking.formats().span(period.from(), to);
    return looking.formats().span(period.from(), to) + " " + to.getYear();
  }

  private static List<Tab> currencies(Looking looking, Address here) {
    List<String> all = looking.currencies();
    if (all.size() < 2) return List.of();
    return all.stream()
        .map(
            one ->
                new Tab(
                    one,
                    "",
                    here.with("currency", one.equals(all.getFirst()) ? "" : one).toString(),
                    one.equals(looking.currency())))
        .toList();
  }

  private static List<Action> actions(Looking looking, UsageTab tab) {
    List<Action> actions = new ArrayList<>();
    if (looking.operates())
      actions.add(Action.ask("Share a link…", LinksPage.address(looking.organisation()) + "/new"));
    Address csv = looking.here(tab, "q", "kinds", "all", "sort");
    actions.add(
        Action.go("CSV", new Address(csv.path() + "/csv", csv.query()).toString())
            .with("download"));
    return actions;
  }

  private SlimBar bar(Looking looking, Address here) {
    Words words = looking.words();
    String says =
        looking
            .link()
            .map(
                link ->
                    words.tell(
                        "Read-only view · valid until %s",
                        looking
                            .formats()
                            .date(LocalDate.ofInstant(link.expiresAt(), looking.zone()))))
            .orElseGet(
                () ->
                    words.tell(
                        "Signed in as %s", looking.person().map(one -> one.name()).orElse("")));
    List<Action> ways =
        looking.link().isPresent()
            ? List.of()
            : List.of(
                Action.go(words.say("Calls"), looking.calls().map(Address::toString).orElse("/")),
                Action.go(words.say("All pages"), "/tenants"));
    return new SlimBar(
        host,
        says,
        ways,
        List.of(language(looking, here, "pl", "PL"), language(looking, here, "en", "EN")));
  }

  private static Tab language(Looking looking, Address here, String word, String label) {
    return new Tab(
        label, "", here.with("lang", word).toString(), looking.words().lang().equals(word));
  }
}

package io.innkeeper.console;

import io.innkeeper.console.view.Amount;
import io.innkeeper.console.view.Sentence;
import io.innkeeper.money.Usd;
import io.innkeeper.usage.CallSettled;
import io.innkeeper.usage.CallStory;
import io.innkeeper.usage.Charge;
import io.innkeeper.usage.LedgerEntry;
import io.innkeeper.usage.LedgerEntry.Generation;
import io.innkeeper.usage.LedgerEntry.Signed;
import io.innkeeper.usage.LedgerLine;
import io.innkeeper.usage.ModelPrice;
import io.innkeeper.usage.PriceLine;
import io.innkeeper.usage.Prices;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Where a call's money comes from, to the last place. */
final class CallMoney {
  private final CallStory story;
  private final CallSettled call;
  private final Optional<Usd> listed;
  private final List<PriceLine> lines;

  CallMoney(CallStory story, Prices prices) {
    this.story = story;
    this.call = story.call().call();
    String model = call.answer().model().isEmpty() ? call.request().model() : call.answer().model();
    Optional<ModelPrice> price =
        prices.at(model, call.times().arrived()).filter(one -> !one.variable());
    this.lines =
        price.map(one -> one.breakdown(call.tokens(), call.times().arrived())).orElse(List.of());
    this.listed = price.map(one -> one.cost(call.tokens(), call.times().arrived()));
  }

  List<List<Amount>> amounts() {
    List<List<Amount>> sums = new ArrayList<>();
    if (!lines.isEmpty()) sums.add(byPriceList());
    story
        .call()
        .generation()
        .ifPresentOrElse(entry -> sums.add(charged(entry)), () -> sums.add(held()));
    return sums;
  }

  private List<Amount> byPriceList() {
    List<Amount> all = new ArrayList<>();
    for (PriceLine line : lines)
      all.add(
          Amount.line(capital(line.kind().words()), Numbers.exact(line.amount())).noted(how(line)));
    all.add(Amount.sum("By the price list, USD", Numbers.exact(listed.orElse(Usd.ZERO))));
    return all;
  }

  private static String how(PriceLine line) {
    if (!line.kind().tokens()) return "";
    return "%s × USD %s a million"
        .formatted(Numbers.count(line.count()), line.perMillion().toPlainString());
  }

  private List<Amount> charged(Generation entry) {
    Charge charge = entry.charge();
    List<Amount> all = new ArrayList<>();
    boolean told = entry.state() != LedgerEntry.State.ESTIMATED;
    String note = charge.ownKey() ? "the provider’s price went to an own key" : "";
    all.add(
        Amount.line(told ? "The upstream charged, USD" : "Estimated, USD", charge.text())
            .noted(told ? note : "the upstream never told its cost"));
    all.add(Amount.line("Markup that applied", "× " + call.payer().markup().toPlainString()));
    Usd billed = entry.billed();
    if (story.signed().isEmpty()) {
      all.add(Amount.sum("Billed, USD", Numbers.exact(billed)));
      return all;
    }
    all.add(Amount.line("Billed at first, USD", Numbers.exact(billed)));
    for (LedgerLine line : story.signed()) {
      Signed signed = (Signed) line.entry();
      billed = billed.plus(signed.billed());
      all.add(
          Amount.line(
                  signed.correction() ? "Corrected" : "Adjusted by " + signed.author(),
                  Numbers.exact(signed.billed()))
              .noted(signed.reason()));
    }
    all.add(Amount.sum("Billed in all, USD", Numbers.exact(billed)));
    return all;
  }

  /** Nothing is billed yet; what a budget keeps back for it. */
  private List<Amount> held() {
    return List.of(
        Amount.line("The upstream charged, USD", "—").noted("not known yet"),
        Amount.sum("Held of the budget, USD", Numbers.exact(call.reserved())));
  }

  /** What must be known beside the sums. */
  Sentence note() {
    if (story.call().generation().isEmpty())
      return Sentence.of(
          "Nothing is billed for it until its cost is known; its worst case stays held.");
    if (lines.isEmpty())
      return Sentence.of(
          "No price was known for this model then; what the upstream charged holds. Not rounded here.");
    Usd charged = story.call().generation().orElseThrow().cost();
    if (listed.filter(charged::equals).isPresent())
      return Sentence.of("Not rounded here. Rounding happens once, on the statement line.");
    return Sentence.of(
        "The price list says something else; what the upstream charged holds. Not rounded here.");
  }

  private static String capital(String words) {
    return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
  }
}

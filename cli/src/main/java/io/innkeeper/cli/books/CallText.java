package io.innkeeper.cli.books;

import io.innkeeper.cli.terminal.Facts;
import io.innkeeper.cli.terminal.Table;
import io.innkeeper.cli.terminal.Tone;
import io.innkeeper.cli.terminal.When;
import io.innkeeper.client.CallStoryView;
import io.innkeeper.client.CallStoryView.TimesView;
import io.innkeeper.client.CallStoryView.TokensView;
import io.innkeeper.client.CallView;
import io.innkeeper.client.UnsettledView;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Calls as people read them. */
record CallText(When when) {

  Table<CallView> table() {
    return new Table<CallView>()
        .column("Id", call -> call.id().toString())
        .column("When", call -> when.toTheSecond(call.arrivedAt()))
        .column("Who", CallText::who)
        .column("For", CallView::kind)
        .column("Model", CallView::model)
        .number("In", call -> Long.toString(call.promptTokens()))
        .number("Out", call -> Long.toString(call.completionTokens()))
        .number("Cost USD", call -> or(call.cost()))
        .number("Billed USD", call -> or(call.billed()))
        .column("State", CallView::state, call -> tone(call.state()));
  }

  Table<UnsettledView> unsettled() {
    return new Table<UnsettledView>()
        .column("Id", one -> one.call().id().toString())
        .column("When", one -> when.toTheSecond(one.call().arrivedAt()))
        .column("Model", one -> one.call().model())
        .number("Held USD", UnsettledView::reserved)
        .column("Why", UnsettledView::why)
        .number("Asked", one -> one.tries() + " times")
        .column("Answer", UnsettledView::lastAnswer)
        .column(
            "Next", one -> one.nextTry() == null ? "a person decides" : when.exact(one.nextTry()));
  }

  String story(CallStoryView story) {
    CallView call = story.call();
    String text = asked(call).rendered() + "\n" + money(story).rendered() + "\n";
    text += path(story).rendered();
    if (story.signed().isEmpty()) return text;
    return text + "\nSigned lines\n" + LedgerText.lines(when).rendered(story.signed(), false);
  }

  private Facts asked(CallView call) {
    return new Facts()
        .add("Call", call.id())
        .add("State", call.state() + because(call.reason()))
        .add("Who", who(call) + (call.user() == null ? "" : ", " + proof(call)))
        .add("For", call.kind() + ", " + call.endpoint() + (call.stream() ? ", streamed" : ""))
        .add("Model", call.model() + answered(call))
        .add(
            "Upstream", call.upstream() + (call.provider().isEmpty() ? "" : ", " + call.provider()))
        .maybe("Generation", call.generation())
        .add("Answer", call.status() + (call.finish().isEmpty() ? "" : ", " + call.finish()))
        .add("Arrived", when.toTheSecond(call.arrivedAt()) + ", counts on " + call.day())
        .add("Request id", call.requestId())
        .add("Organisation", call.organisation())
        .maybe("Tenant", call.tenant())
        .add("Key", call.key());
  }

  private static Facts money(CallStoryView story) {
    CallView call = story.call();
    return new Facts()
        .add("Held before", "USD " + story.reserved())
        .add("Cost", call.cost() == null ? "" : "USD " + call.cost() + told(story))
        .add("Markup", call.markup())
        .add("Billed", call.billed() == null ? "" : "USD " + call.billed())
        .add("Tokens", tokens(story.tokens()))
        .maybe("Paid by", story.ownKey() ? "the organisation's own provider key" : "")
        .maybe("Waiting", waiting(story.waiting()));
  }

  private static Facts path(CallStoryView story) {
    CallStoryView.JournalPlace place = story.journal();
    return new Facts()
        .add("Bytes", story.requestBytes() + " in, " + story.answerBytes() + " out")
        .add("Times", times(story.times()))
        .add(
            "Journal",
            "%s, segment %d at byte %d, checksum %s"
                .formatted(place.node(), place.segment(), place.offset(), place.crc()))
        .add("Ledger line", story.call().line())
        .maybe(
            "Same id",
            story.conflicts().stream().map(UUID::toString).collect(Collectors.joining("\n")));
  }

  private static String told(CallStoryView story) {
    return story.costAsTold() == null ? "" : ", as the upstream wrote it " + story.costAsTold();
  }

  private static String waiting(@Nullable UnsettledView waiting) {
    return waiting == null ? "" : waiting.why() + " Asked " + waiting.tries() + " times.";
  }

  private static String tokens(TokensView tokens) {
    StringJoiner all = new StringJoiner(", ");
    all.add(tokens.prompt() + " in").add(tokens.completion() + " out");
    part(all, tokens.cached(), "cached");
    part(all, tokens.cacheWrite(), "written to the cache");
    part(all, tokens.reasoning(), "reasoning");
    part(all, tokens.audioIn(), "audio in");
    part(all, tokens.audioOut(), "audio out");
    part(all, tokens.imageOut(), "image out");
    return all.toString();
  }

  private static void part(StringJoiner all, long count, String what) {
    if (count != 0) all.add(count + " " + what);
  }

  private static String times(TimesView times) {
    StringJoiner all = new StringJoiner(", ");
    time(all, "recognised", times.recognised());
    time(all, "admitted", times.admitted());
    time(all, "forwarded", times.forwarded());
    time(all, "first byte", times.firstByte());
    time(all, "usage", times.usage());
    time(all, "whole", times.ended());
    return all.toString();
  }

  private static void time(StringJoiner all, String what, @Nullable Long micros) {
    if (micros != null) all.add(String.format(Locale.ROOT, "%s %.2f ms", what, micros / 1000.0));
  }

  private static String who(CallView call) {
    if (call.user() == null) return "nobody named";
    return call.userName() == null || call.userName().isBlank() ? call.user() : call.userName();
  }

  private static String proof(CallView call) {
    return call.user() + (call.userVerified() ? ", signed by the workspace" : ", not proved");
  }

  private static String answered(CallView call) {
    boolean other = !call.modelAnswered().isEmpty() && !call.modelAnswered().equals(call.model());
    return other ? ", answered by " + call.modelAnswered() : "";
  }

  private static String because(@Nullable String reason) {
    return reason == null ? "" : ", " + reason;
  }

  private static String or(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static Tone tone(String state) {
    return switch (state) {
      case "settled", "reconciled" -> Tone.GOOD;
      case "estimated" -> Tone.WARNING;
      default -> Tone.BAD;
    };
  }
}

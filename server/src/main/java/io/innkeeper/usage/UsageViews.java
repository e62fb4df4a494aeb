package io.innkeeper.usage;

import io.innkeeper.client.CallStoryView;
import io.innkeeper.client.CallView;
import io.innkeeper.client.ComparisonView;
import io.innkeeper.client.ConflictView;
import io.innkeeper.client.LedgerLineView;
import io.innkeeper.client.SumView;
import io.innkeeper.client.UnsettledView;
import io.innkeeper.client.UsagePart;
import io.innkeeper.client.UsagePerson;
import io.innkeeper.money.Usd;
import io.innkeeper.usage.LedgerEntry.Generation;
import io.innkeeper.usage.LedgerEntry.Signed;
import io.innkeeper.usage.UpstreamActivity.OfKey;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Calls, sums and lines as API, CLI and console are told of them. */
public final class UsageViews {
  private UsageViews() {}

  public static SumView of(Spending.Sum sum) {
    return new SumView(
        sum.requests(),
        sum.prompt(),
        sum.completion(),
        sum.cost().toString(),
        sum.billed().toString());
  }

  static UsagePart of(Spending.Part part) {
    return new UsagePart(part.part(), of(part.sum()));
  }

  static UsagePerson of(Spending.Person person) {
    return new UsagePerson(
        person.user(),
        person.name(),
        person.email().isEmpty() ? null : person.email(),
        person.seenAt().orElse(null),
        of(person.sum()));
  }

  public static CallView of(ListedCall listed) {
    Optional<Generation> entry = listed.generation();
    return call(
        listed.call(),
        listed.day(),
        entry.map(Generation::cost),
        entry.map(Generation::billed),
        listed.state(),
        listed.line().map(LedgerLine::line).orElse(null));
  }

  private static CallView call(
      CallSettled call,
      LocalDate day,
      Optional<Usd> cost,
      Optional<Usd> billed,
      String state,
      @Nullable Long line) {
    Payer payer = call.payer();
    CallRequest request = call.request();
    CallAnswer answer = call.answer();
    CallTimes times = call.times();
    return new CallView(
        call.call(),
        payer.organisation(),
        payer.tenant().orElse(null),
        payer.key(),
        payer.user().map(EndUser::id).orElse(null),
        payer.user().map(EndUser::name).orElse(null),
        payer.user().filter(EndUser::verified).isPresent(),
        request.kind().word(),
        request.endpoint(),
        request.stream(),
        request.model(),
        answer.model(),
        answer.provider(),
        request.upstream(),
        answer.generation().orElse(null),
        request.id(),
        day,
        times.arrived(),
        times.arrived().plusMillis(Math.max(times.ended(), 0) / 1000),
        answer.status(),
        answer.finish(),
        call.tokens().prompt(),
        call.tokens().completion(),
        cost.map(Usd::toString).orElse(null),
        billed.map(Usd::toString).orElse(null),
        payer.markup().toPlainString(),
        state,
        call.unsettled().map(Unsettled::word).orElse(null),
        line);
  }

  public static CallStoryView of(CallStory story) {
    ListedCall listed = story.call();
    CallSettled call = listed.call();
    Optional<Charge> charge = listed.generation().map(Generation::charge);
    return new CallStoryView(
        of(listed),
        tokens(call.tokens()),
        call.reserved().toString(),
        charge.map(Charge::text).orElse(null),
        charge.filter(Charge::ownKey).isPresent(),
        call.request().bytes(),
        call.answer().bytes(),
        times(call.times()),
        journal(listed),
        listed.unsettled().map(UsageViews::of).orElse(null),
        story.signed().stream().map(UsageViews::signed).toList(),
        story.conflicts());
  }

  private static CallStoryView.TokensView tokens(Tokens tokens) {
    return new CallStoryView.TokensView(
        tokens.prompt(),
        tokens.completion(),
        tokens.cached(),
        tokens.cacheWrite(),
        tokens.reasoning(),
        tokens.audioIn(),
        tokens.audioOut(),
        tokens.imageOut());
  }

  private static CallStoryView.TimesView times(CallTimes times) {
    return new CallStoryView.TimesView(
        happened(times.recognised()),
        happened(times.admitted()),
        happened(times.forwarded()),
        happened(times.firstByte()),
        happened(times.usage()),
        happened(times.ended()));
  }

  private static @Nullable Long happened(long micros) {
    return micros < 0 ? null : micros;
  }

  private static CallStoryView.JournalPlace journal(ListedCall listed) {
    Origin origin =
        listed
            .generation()
            .map(Generation::origin)
            .or(() -> listed.unsettled().map(UnsettledCall::origin))
            .orElse(Origin.NONE);
    return new CallStoryView.JournalPlace(
        origin.node(),
        origin.segment(),
        origin.offset(),
        "%08x".formatted(origin.crc()),
        listed.line().map(LedgerLine::batch).orElse(null));
  }

  public static UnsettledView of(UnsettledCall unsettled) {
    return new UnsettledView(
        of(ListedCall.of(unsettled)),
        unsettled.reason().sentence(),
        unsettled.call().reserved().toString(),
        unsettled.tries(),
        unsettled.lastAnswer(),
        unsettled.nextTry().orElse(null),
        unsettled.estimate().orElse(null));
  }

  static LedgerLineView signed(LedgerLine line) {
    Signed entry = (Signed) line.entry();
    return new LedgerLineView(
        line.line(),
        entry.correction() ? "correction" : "adjustment",
        entry.share().organisation(),
        entry.day(),
        line.writtenAt(),
        entry.cost().toString(),
        entry.billed().toString(),
        entry.markup().toPlainString(),
        entry.refersTo().orElse(null),
        entry.author(),
        entry.reason());
  }

  static ConflictView of(Conflict conflict, LocalDate day) {
    UUID other = conflict.other();
    CallView call =
        call(
            conflict.call(), day, Optional.of(conflict.cost()), Optional.empty(), "conflict", null);
    return new ConflictView(call, other, conflict.cost().toString(), conflict.foundAt());
  }

  public static ComparisonView of(DayComparison comparison, List<OfKey> keys) {
    return new ComparisonView(
        comparison.upstream(),
        comparison.day(),
        comparison.ours().requests(),
        comparison.ours().cost().toString(),
        comparison.theirs().map(DayComparison.Figures::requests).orElse(null),
        comparison.theirs().map(told -> told.cost().toString()).orElse(null),
        comparison.drift().map(Usd::toString).orElse(null),
        comparison.answer(),
        comparison.comparedAt(),
        keys.stream()
            .map(key -> new ComparisonView.OfKey(key.hash(), key.requests(), key.cost().toString()))
            .toList());
  }
}

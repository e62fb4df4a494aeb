package io.innkeeper.console;

import io.innkeeper.console.view.PaidCallView.Happened;
import io.innkeeper.console.view.Sentence;
import io.innkeeper.tenant.Tenant;
import io.innkeeper.usage.CallRequest;
import io.innkeeper.usage.CallSettled;
import io.innkeeper.usage.CallStory;
import io.innkeeper.usage.CallTimes;
import io.innkeeper.usage.DayComparison;
import io.innkeeper.usage.EndUser;
import io.innkeeper.usage.LedgerEntry.Generation;
import io.innkeeper.usage.LedgerEntry.Signed;
import io.innkeeper.usage.LedgerLine;
import io.innkeeper.usage.ListedCall;
import io.innkeeper.usage.Origin;
import io.innkeeper.usage.Unsettled;
import io.innkeeper.usage.UnsettledCall;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** What happened to one call, from its arrival to the books, each record in its place. */
final class CallTale {
  private static final LocalTime COMPARED = LocalTime.of(2, 30);

  private final CallStory story;
  private final CallSettled call;
  private final Moments moments;
  private final List<Happened> told = new ArrayList<>();

  CallTale(CallStory story, Moments moments) {
    this.story = story;
    this.call = story.call().call();
    this.moments = moments;
  }

  /**
   * All of it.
   *
   * @param tenant the workspace, while it is there
   * @param compared the comparison of its day, if that was made
   */
  List<Happened> tell(
      Function<UUID, Optional<Tenant>> tenant, Optional<DayComparison> compared, Instant now) {
    CallTimes times = call.times();
    CallRequest request = call.request();
    told.add(
        happened(
            moments.second(times.arrived()).words(),
            "Arrived",
            "POST %s%s, %s"
                .formatted(
                    request.endpoint(),
                    request.stream() ? ", stream" : "",
                    Numbers.bytes(request.bytes()))));
    step(times.recognised(), "Recognised", recognised(tenant));
    step(
        times.admitted(),
        "Admitted",
        Sentence.of(
            "Model, limits and budget passed. Worst case reserved: USD " + call.reserved()));
    step(times.forwarded(), "Forwarded", forwarded(request));
    step(times.firstByte(), "First byte", Sentence.of("passed on the moment it came"));
    answered(times);
    books();
    compared(compared, now);
    return List.copyOf(told);
  }

  private Sentence recognised(Function<UUID, Optional<Tenant>> tenant) {
    Optional<UUID> from = call.payer().tenant();
    Sentence key =
        from.isEmpty()
            ? Sentence.of("A key of the organisation’s own.")
            : from.flatMap(tenant)
                .map(
                    one ->
                        Sentence.of("Key of tenant ")
                            .link(one.slug().value(), "/tenants/" + one.slug())
                            .plain("."))
                .orElse(Sentence.of("Key of a tenant that has been erased."));
    return call.payer()
        .user()
        .map(user -> key.plain(" " + person(user)))
        .orElse(key.plain(" No person was named."));
  }

  private static String person(EndUser user) {
    String name = CallRows.name(user);
    return user.verified()
        ? "The person is " + name + ", by the workspace’s signed header."
        : "It says it is " + name + "; nothing proves that.";
  }

  private static Sentence forwarded(CallRequest request) {
    Sentence to = Sentence.of("to " + request.upstream());
    return request.pseudonym().isEmpty()
        ? to.plain(", without a person")
        : to.plain(", as user ").code(request.pseudonym());
  }

  private void answered(CallTimes times) {
    Optional<Unsettled> without = call.unsettled();
    call.charge()
        .ifPresent(
            charge -> step(times.usage(), "Usage arrived", Sentence.of("cost " + charge.text())));
    if (times.ended() < 0) {
      told.add(
          new Happened(
              "",
              "The outcome is unknown",
              Sentence.of(without.map(Unsettled::sentence).orElse("")),
              "failed"));
      return;
    }
    String how =
        without
            .map(Unsettled::sentence)
            .orElse(
                call.answer().finish().isEmpty()
                    ? ""
                    : "because: " + call.answer().finish() + ", ");
    step(
        times.ended(),
        without.isPresent() ? "Ended without a cost" : "Answer whole",
        Sentence.of(
            (how
                    + " "
                    + Numbers.bytes(call.answer().bytes())
                    + " with status "
                    + call.answer().status())
                .strip()));
    Origin origin = origin();
    if (!origin.node().isEmpty())
      told.add(
          new Happened(
              "",
              "On disk",
              Sentence.of(
                      "journal segment %06d, offset %s, "
                          .formatted(origin.segment(), Numbers.count(origin.offset())))
                  .code("crc %08x".formatted(origin.crc()))
                  .plain("; only then the last bytes went out"),
              ""));
  }

  private Origin origin() {
    ListedCall listed = story.call();
    return listed
        .generation()
        .map(Generation::origin)
        .or(() -> listed.unsettled().map(UnsettledCall::origin))
        .orElse(new Origin("", 0, 0, 0));
  }

  private void books() {
    ListedCall listed = story.call();
    listed
        .line()
        .ifPresent(
            line -> {
              String state = ((Generation) line.entry()).state().word();
              told.add(
                  happened(
                      moments.clock(line.writtenAt()),
                      state.equals("estimated") ? "Estimated" : "In the ledger",
                      "line %s, in batch %s, %s"
                          .formatted(
                              Numbers.count(line.line()), Numbers.count(line.batch()), state)));
            });
    listed.unsettled().ifPresent(this::waiting);
    for (LedgerLine line : story.signed()) {
      Signed entry = (Signed) line.entry();
      told.add(
          happened(
              moments.clock(line.writtenAt()),
              entry.correction() ? "Corrected" : "Adjusted by " + entry.author(),
              "%s USD, line %s: %s"
                  .formatted(
                      Numbers.exact(entry.cost()), Numbers.count(line.line()), entry.reason())));
    }
  }

  private void waiting(UnsettledCall unsettled) {
    String says = CallRows.next(unsettled, moments::clock);
    String last = unsettled.lastAnswer();
    told.add(
        new Happened(
            unsettled.nextTry().map(moments::clock).orElse("—"),
            "Its cost is looked up at the upstream",
            Sentence.of(says + (last.isEmpty() ? "" : " It said: " + last)),
            unsettled.nextTry().isPresent() ? "now" : "todo"));
  }

  private void compared(Optional<DayComparison> compared, Instant now) {
    if (story.call().line().isEmpty()) return;
    if (compared.isPresent()) {
      DayComparison day = compared.get();
      told.add(
          happened(
              moments.clock(day.comparedAt()),
              "Compared with the upstream",
              day.drift()
                  .map(
                      drift ->
                          drift.isZero()
                              ? "its sum of that day is ours, to the last place"
                              : "its sum of that day is "
                                  + Numbers.exact(drift)
                                  + " USD above ours")
                  .orElse("it did not tell its sum: " + day.answer())));
      return;
    }
    LocalDate day = LocalDate.ofInstant(call.times().arrived(), ZoneOffset.UTC);
    Instant due = day.plusDays(1).atTime(COMPARED).toInstant(ZoneOffset.UTC);
    if (due.isAfter(now))
      told.add(
          new Happened(
              moments.clock(due), "Compared with the upstream", Sentence.of("to come"), "todo"));
  }

  private void step(long micros, String what, Sentence more) {
    if (micros < 0) return;
    told.add(new Happened("+" + Numbers.duration(micros), what, more, ""));
  }

  private static Happened happened(String when, String what, String more) {
    return new Happened(when, what, Sentence.of(more), "");
  }
}

package io.innkeeper.console;

import io.innkeeper.console.view.CallRow;
import io.innkeeper.console.view.Sentence;
import io.innkeeper.console.view.WindowState;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.tenant.Tenant;
import io.innkeeper.usage.CallKind;
import io.innkeeper.usage.CallSettled;
import io.innkeeper.usage.EndUser;
import io.innkeeper.usage.ListedCall;
import io.innkeeper.usage.UnsettledCall;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Calls as rows, with the names of the houses and workspaces they belong to. */
final class CallRows {
  static final String ONE = "/usage/calls/";

  private final Moments moments;
  private final Map<UUID, String> organisations;
  private final Map<UUID, String> tenants;

  /** Names as they are now. */
  CallRows(ConsoleParts parts, Moments moments) {
    this.moments = moments;
    this.organisations =
        parts.organisations().all().stream()
            .collect(Collectors.toMap(Organisation::id, Organisation::name));
    this.tenants =
        parts.tenants().tenants().all().stream()
            .collect(Collectors.toMap(Tenant::id, tenant -> tenant.spec().displayName()));
  }

  CallRow row(ListedCall listed) {
    CallSettled call = listed.call();
    Optional<EndUser> user = call.payer().user();
    return new CallRow(
        moments.moment(call.times().arrived()),
        ONE + call.call(),
        user.map(CallRows::name).orElse("no person"),
        user.isEmpty() || user.get().verified(),
        from(call),
        organisations.getOrDefault(call.payer().organisation(), ""),
        model(call),
        kind(call.request().kind()),
        Numbers.count(call.tokens().prompt()),
        Numbers.count(call.tokens().completion()),
        listed.generation().map(entry -> Numbers.micros(entry.cost())).orElse("—"),
        window(listed),
        listed.unsettled().map(this::why).orElse(Sentence.NONE));
  }

  /** The workspace, or the key if it is no workspace's. */
  private String from(CallSettled call) {
    Optional<UUID> tenant = call.payer().tenant();
    return tenant
        .map(id -> tenants.getOrDefault(id, "an erased tenant"))
        .orElse("a key of its own");
  }

  static String name(EndUser user) {
    return user.name().isEmpty() ? user.id() : user.name();
  }

  static String model(CallSettled call) {
    String asked = call.request().model();
    return asked.isEmpty() ? call.answer().model() : asked;
  }

  /** What it was for, unless that is what calls are usually for. */
  static String kind(CallKind kind) {
    return kind == CallKind.CHAT ? "" : kind.word().replace('-', ' ');
  }

  static WindowState window(ListedCall listed) {
    return listed
        .generation()
        .map(
            entry ->
                switch (entry.state()) {
                  case SETTLED -> WindowState.SETTLED;
                  case RECONCILED -> WindowState.RECONCILED;
                  case ESTIMATED -> WindowState.ESTIMATED;
                })
        .orElse(WindowState.UNSETTLED);
  }

  /** Why the cost isn't known, and what is done about it. */
  Sentence why(UnsettledCall unsettled) {
    return Sentence.of(unsettled.reason().sentence()).plain(" " + next(unsettled, moments::clock));
  }

  static String next(UnsettledCall unsettled, Function<java.time.Instant, String> clock) {
    String asked =
        unsettled.tries() == 0
            ? ""
            : "Asked " + (unsettled.tries() == 1 ? "once" : unsettled.tries() + " times") + ". ";
    return asked
        + unsettled
            .nextTry()
            .map(
                at ->
                    "The upstream is asked "
                        + (asked.isEmpty() ? "" : "again ")
                        + "at "
                        + clock.apply(at)
                        + ".")
            .orElse("The upstream is not asked any more.");
  }
}

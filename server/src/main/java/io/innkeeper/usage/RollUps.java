package io.innkeeper.usage;

import io.innkeeper.money.Usd;
import io.innkeeper.store.Dialect;
import io.innkeeper.usage.LedgerEntry.Generation;
import io.innkeeper.usage.LedgerEntry.Signed;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Adds lines to the sums that are kept of them, in the transaction that writes the lines. */
final class RollUps {
  private static final Bulk DAYS =
      new Bulk(
          "usage_day",
          """
          organisation text, day text, tenant text, key_id text, user_id text, model text,
          kind text, requests bigint, prompt bigint, completion bigint, cost_pico bigint,
          billed_pico bigint\
          """,
          """
          on conflict (organisation, day, tenant, key_id, user_id, model, kind) do update set
            requests = usage_day.requests + excluded.requests,
            prompt = usage_day.prompt + excluded.prompt,
            completion = usage_day.completion + excluded.completion,
            cost_pico = usage_day.cost_pico + excluded.cost_pico,
            billed_pico = usage_day.billed_pico + excluded.billed_pico
          """);
  private static final Bulk UPSTREAM_DAYS =
      new Bulk(
          "usage_upstream_day",
          "organisation text, day text, upstream text, requests bigint, cost_pico bigint",
          """
          on conflict (organisation, day, upstream) do update set
            requests = usage_upstream_day.requests + excluded.requests,
            cost_pico = usage_upstream_day.cost_pico + excluded.cost_pico
          """);
  private static final Bulk PEOPLE =
      new Bulk(
          "usage_people",
          "organisation text, user_id text, name text, email text, seen_at bigint",
          """
          on conflict (organisation, user_id) do update set
            name = excluded.name, seen_at = excluded.seen_at,
            email = case when excluded.email = '' then usage_people.email else excluded.email end
          where excluded.seen_at >= usage_people.seen_at
          """);

  private record Day(LocalDate day, Share share) {}

  private record UpstreamDay(UUID organisation, LocalDate day, String upstream) {}

  private record Person(UUID organisation, String user) {}

  private record Seen(String name, String email, Instant at) {}

  private record Sum(long requests, Tokens tokens, Usd cost, Usd billed) {
    static Sum of(LedgerEntry entry) {
      return new Sum(
          entry instanceof Generation ? 1 : 0, entry.tokens(), entry.cost(), entry.billed());
    }

    Sum plus(Sum other) {
      Tokens both =
          Tokens.of(
              tokens.prompt() + other.tokens.prompt(),
              tokens.completion() + other.tokens.completion());
      return new Sum(
          requests + other.requests, both, cost.plus(other.cost), billed.plus(other.billed));
    }
  }

  private final Map<Day, Sum> days = new HashMap<>();
  private final Map<UpstreamDay, Sum> upstreamDays = new HashMap<>();
  private final Map<Person, Seen> people = new HashMap<>();

  static void add(Handle handle, Dialect dialect, List<LedgerLine> lines) {
    RollUps sums = new RollUps();
    for (LedgerLine line : lines) sums.add(line.entry());
    sums.write(handle, dialect);
  }

  private void add(LedgerEntry entry) {
    days.merge(new Day(entry.day(), entry.share()), Sum.of(entry), Sum::plus);
    switch (entry) {
      case Generation generation -> {
        CallSettled call = generation.call();
        upstream(generation, call.request().upstream(), call.times().arrived());
        call.payer().user().ifPresent(user -> seen(call, user));
      }
      case Signed signed -> {
        if (signed.correction()) upstream(signed, signed.upstream(), signed.arrived());
      }
    }
  }

  private void upstream(LedgerEntry entry, String upstream, Instant arrived) {
    LocalDate day = LocalDate.ofInstant(arrived, ZoneOffset.UTC);
    UpstreamDay key = new UpstreamDay(entry.share().organisation(), day, upstream);
    upstreamDays.merge(key, Sum.of(entry), Sum::plus);
  }

  private void seen(CallSettled call, EndUser user) {
    people.merge(
        new Person(call.payer().organisation(), user.id()),
        new Seen(user.name(), user.email(), call.times().arrived()),
        (one, other) -> one.at().isAfter(other.at()) ? one : other);
  }

  private void write(Handle handle, Dialect dialect) {
    DAYS.write(
        handle,
        dialect,
        days.entrySet().stream().map(cell -> values(cell.getKey(), cell.getValue())).toList());
    UPSTREAM_DAYS.write(
        handle,
        dialect,
        upstreamDays.entrySet().stream()
            .map(cell -> values(cell.getKey(), cell.getValue()))
            .toList());
    PEOPLE.write(
        handle,
        dialect,
        people.entrySet().stream().map(seen -> values(seen.getKey(), seen.getValue())).toList());
  }

  private static Object[] values(Day day, Sum sum) {
    Share share = day.share();
    return new Object[] {
      share.organisation().toString(),
      day.day().toString(),
      LedgerRows.text(share.tenant()),
      LedgerRows.text(share.key()),
      share.user(),
      share.model(),
      share.kind(),
      sum.requests(),
      sum.tokens().prompt(),
      sum.tokens().completion(),
      sum.cost().pico(),
      sum.billed().pico()
    };
  }

  private static Object[] values(UpstreamDay day, Sum sum) {
    return new Object[] {
      day.organisation().toString(),
      day.day().toString(),
      day.upstream(),
      sum.requests(),
      sum.cost().pico()
    };
  }

  private static Object[] values(Person person, Seen seen) {
    return new Object[] {
      person.organisation().toString(),
      person.user(),
      seen.name(),
      seen.email(),
      seen.at().toEpochMilli()
    };
  }
}

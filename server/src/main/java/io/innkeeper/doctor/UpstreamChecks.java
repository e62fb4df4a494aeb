package io.innkeeper.doctor;

import io.innkeeper.organisation.Organisation;
import io.innkeeper.usage.PriceAge;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.function.ToLongFunction;

/** Checks that model calls can go out, and that what they may cost is known. */
public final class UpstreamChecks {
  private static final String UPSTREAM = "upstream";
  private static final String PRICES = "prices";
  private static final String KEYS = "upstream keys";
  private static final Duration OLD = Duration.ofDays(1);
  private static final String REACH = "curl -sS -o /dev/null -w '%{http_code}\\n' ";

  private UpstreamChecks() {}

  /**
   * Whether the upstream answers.
   *
   * @param problem asks it now; empty when it answered
   */
  public static Check upstream(String baseUrl, Supplier<Optional<String>> problem) {
    return new NamedCheck(
        UPSTREAM,
        () -> {
          Optional<String> why = problem.get();
          if (why.isEmpty()) return List.of(Finding.ok(UPSTREAM, baseUrl + " answers."));
          return List.of(
              Finding.bad(
                  UPSTREAM,
                  why.get(),
                  "Model calls fail until it answers. See this machine's way out (DNS, proxy,"
                      + " firewall) and innkeeper.openrouter.base-url.",
                  REACH + baseUrl + "/models"));
        });
  }

  /** Whether prices are known and fresh. */
  public static Check prices(Supplier<PriceAge> age, Duration every, Clock clock) {
    return new NamedCheck(
        PRICES,
        () -> {
          PriceAge now = age.get();
          String last = now.problem().map(why -> " The last try: " + why).orElse("");
          if (now.asOf().isEmpty()) return List.of(none(last));
          Duration old = Duration.between(now.asOf().get(), clock.instant());
          String what = "The prices were read at " + now.asOf().get() + ".";
          if (!every.isPositive() || old.compareTo(OLD) < 0)
            return List.of(Finding.ok(PRICES, what));
          return List.of(
              Finding.warn(
                  PRICES,
                  what + last,
                  "Budgets hold calls by prices that may have changed. They are read again every"
                      + " %d minutes; see that the upstream answers.".formatted(every.toMinutes()),
                  ""));
        });
  }

  private static Finding none(String last) {
    return Finding.bad(
        PRICES,
        "No model's price is known." + last,
        "A call's worst case can't be held against a budget, and no model is offered. They are read"
            + " at the start and every innkeeper.openrouter.prices-every; see that the upstream"
            + " answers.",
        "");
  }

  /** Whether every organisation that has tenants also has a key for their calls. */
  public static Check keys(
      Supplier<List<Organisation>> organisations, ToLongFunction<UUID> tenants) {
    return new NamedCheck(
        KEYS,
        () -> {
          List<Finding> findings = new ArrayList<>();
          for (Organisation one : organisations.get()) {
            if (one.hasUpstreamKey() || one.state() != Organisation.State.ACTIVE) continue;
            long count = tenants.applyAsLong(one.id());
            if (count > 0) findings.add(missing(one, count));
          }
          if (findings.isEmpty())
            findings.add(Finding.ok(KEYS, "Every organisation with tenants has one."));
          return findings;
        });
  }

  private static Finding missing(Organisation one, long tenants) {
    return Finding.bad(
        KEYS,
        "%s has %s, but no key at the upstream."
            .formatted(one.name(), tenants == 1 ? "1 tenant" : tenants + " tenants"),
        "Its model calls are refused until it has one; the command asks for it.",
        "innkeeper org upstream-key " + one.slug());
  }
}

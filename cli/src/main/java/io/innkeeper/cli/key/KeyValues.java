package io.innkeeper.cli.key;

import io.innkeeper.client.KeyChange;
import io.innkeeper.client.NewKey;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What is decided about a key beside its name. */
final class KeyValues {
  @Option(
      names = "--person",
      paramLabel = "TEXT",
      description = "Who holds it, in words; \"\" for nobody.")
  private Optional<String> person = Optional.empty();

  @Option(
      names = "--requests",
      paramLabel = "N",
      description = "At most so many calls a minute; 0 for no such limit.")
  private Optional<Long> requests = Optional.empty();

  @Option(
      names = "--tokens",
      paramLabel = "N",
      description = "At most so many tokens a minute; 0 for no such limit.")
  private Optional<Long> tokens = Optional.empty();

  @Option(
      names = "--at-once",
      paramLabel = "N",
      description = "At most so many calls at the same time; 0 for no such limit.")
  private Optional<Long> atOnce = Optional.empty();

  @Option(
      names = "--budget",
      paramLabel = "USD",
      description = "Per month, at the upstream's cost.")
  private Optional<BigDecimal> budget = Optional.empty();

  @Option(
      names = "--model",
      paramLabel = "PATTERN",
      description = "Only such models, for example openai/*; can be repeated, \"\" for all.")
  private List<String> models = List.of();

  @Option(names = "--days", paramLabel = "N", description = "How long it counts from now.")
  private Optional<Integer> days = Optional.empty();

  NewKey create(String name, Optional<String> tenant, Clock clock) {
    return new NewKey(
        name,
        tenant.orElse(null),
        person.filter(text -> !text.isBlank()).orElse(null),
        limit(requests),
        limit(tokens),
        limit(atOnce),
        budget.orElse(null),
        models(),
        expiry(clock));
  }

  KeyChange change(Optional<String> name, boolean noBudget, boolean noExpiry, Clock clock) {
    return new KeyChange(
        name.orElse(null),
        person.orElse(null),
        requests.orElse(null),
        tokens.orElse(null),
        atOnce.orElse(null),
        budget.orElse(null),
        noBudget ? Boolean.TRUE : null,
        models(),
        expiry(clock),
        noExpiry ? Boolean.TRUE : null);
  }

  boolean nothing() {
    return models.isEmpty()
        && Stream.of(person, requests, tokens, atOnce, budget, days).allMatch(Optional::isEmpty);
  }

  private @Nullable List<String> models() {
    if (models.isEmpty()) return null;
    return models.stream().filter(pattern -> !pattern.isBlank()).toList();
  }

  private static @Nullable Long limit(Optional<Long> given) {
    return given.filter(number -> number != 0).orElse(null);
  }

  private @Nullable Instant expiry(Clock clock) {
    return days.map(count -> clock.instant().plus(Duration.ofDays(count))).orElse(null);
  }
}

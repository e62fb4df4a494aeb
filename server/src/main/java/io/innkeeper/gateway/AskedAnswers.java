package io.innkeeper.gateway;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * How many answers a request asks for and how long each may be, of the fields that its endpoint
 * obeys, the one that allows most; and what it orders beside them.
 *
 * @param longest tokens of each; empty if the request sets no limit
 * @param searching whether the upstream may search, or run another tool of its own
 * @param hurried whether a dearer tier may serve it
 */
record AskedAnswers(OptionalLong longest, long count, boolean searching, boolean hurried) {
  /** No model answers with more; what callers write for “no limit” isn't reckoned with. */
  static final long MOST_TOKENS = 1_000_000;

  private static final long MOST_ANSWERS = 128;
  private static final String NO_PLUGINS = "[]";

  /** Served at the listed price or below it. */
  private static final Set<String> USUAL_TIERS = Set.of("auto", "default", "flex");

  static AskedAnswers of(Endpoint endpoint, BodyScan scan) {
    return new AskedAnswers(
        most(endpoint.lengthFields(), scan),
        most(endpoint.countFields(), scan).orElse(1),
        searching(scan),
        hurried(scan));
  }

  private static boolean searching(BodyScan scan) {
    if (!absent(scan, BodyField.WEB_SEARCH_OPTIONS)) return true;
    return !absent(scan, BodyField.PLUGINS)
        && scan.raw(BodyField.PLUGINS).filter(NO_PLUGINS::equals).isEmpty();
  }

  private static boolean hurried(BodyScan scan) {
    return !absent(scan, BodyField.SERVICE_TIER)
        && scan.text(BodyField.SERVICE_TIER).filter(USUAL_TIERS::contains).isEmpty();
  }

  /** What a form asks for. */
  static AskedAnswers of(Endpoint endpoint, FormScan form) {
    OptionalLong count =
        endpoint.countFields().stream()
            .flatMap(field -> form.text(field).stream())
            .filter(AskedAnswers::countable)
            .mapToLong(Long::parseLong)
            .max();
    return new AskedAnswers(OptionalLong.empty(), count.orElse(1), false, false);
  }

  /** Why what a form says can't be reckoned with, if so. */
  static Optional<Refusal> unclear(Endpoint endpoint, FormScan form) {
    for (BodyField field : endpoint.countFields()) {
      if (form.named(field) == 0) continue;
      if (form.text(field).filter(AskedAnswers::countable).isEmpty()) {
        return Optional.of(countUnclear(field));
      }
    }
    return Optional.empty();
  }

  private static boolean countable(String text) {
    return text.matches("[1-9]\\d{0,2}") && Long.parseLong(text) <= MOST_ANSWERS;
  }

  /** Why what stands there can't be reckoned with, if so. */
  static Optional<Refusal> unclear(Endpoint endpoint, BodyScan scan) {
    for (BodyField field : endpoint.lengthFields()) {
      if (readable(scan, field, Long.MAX_VALUE)) continue;
      return Optional.of(
          Refusal.of(
              400,
              "limit-unclear",
              "“" + field.word() + "” must be a whole number above 0, such as 1000."));
    }
    for (BodyField field : endpoint.countFields()) {
      if (readable(scan, field, MOST_ANSWERS)) continue;
      return Optional.of(countUnclear(field));
    }
    return Optional.empty();
  }

  private static Refusal countUnclear(BodyField field) {
    return Refusal.of(
        400,
        "count-unclear",
        "“" + field.word() + "” must be a whole number from 1 to " + MOST_ANSWERS + ".");
  }

  /** The same with no answer longer than so much. */
  AskedAnswers atMost(OptionalLong limit) {
    if (limit.isEmpty()) return this;
    long most = limit.getAsLong();
    OptionalLong shorter = OptionalLong.of(Math.min(longest.orElse(most), most));
    return new AskedAnswers(shorter, count, searching, hurried);
  }

  /** Whether a field is left out or null. */
  static boolean absent(BodyScan scan, BodyField field) {
    return scan.span(field).isEmpty() || scan.raw(field).filter("null"::equals).isPresent();
  }

  private static boolean readable(BodyScan scan, BodyField field, long most) {
    if (absent(scan, field)) return true;
    OptionalLong number = scan.number(field);
    return number.isPresent() && number.getAsLong() >= 1 && number.getAsLong() <= most;
  }

  private static OptionalLong most(List<BodyField> fields, BodyScan scan) {
    OptionalLong most = OptionalLong.empty();
    for (BodyField field : fields) {
      OptionalLong number = scan.number(field);
      if (number.isPresent() && number.getAsLong() >= most.orElse(0)) most = number;
    }
    return most;
  }
}

package io.innkeeper.simulators.openrouter;

import static java.math.BigDecimal.ZERO;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A key and what was spent with it, by UTC day. Guarded by its own lock. */
final class ApiKey {
  private final String secret;
  private final String hash;
  private final String label;
  private final Instant createdAt;
  private final boolean management;
  private final TreeMap<LocalDate, BigDecimal> spent = new TreeMap<>();
  private final TreeMap<LocalDate, BigDecimal> own = new TreeMap<>();
  private Terms terms;
  private @Nullable Instant updatedAt;

  /**
   * What can be said of a key when it is made; the last three can't be changed afterwards.
   *
   * @param limit in USD, null for none
   * @param limitReset daily, weekly, monthly, or null
   */
  record Terms(
      String name,
      boolean disabled,
      @Nullable BigDecimal limit,
      @Nullable String limitReset,
      boolean byokInLimit,
      @Nullable Instant expiresAt,
      @Nullable String creator,
      String workspace) {
    static Terms named(String name) {
      return new Terms(name, false, null, null, false, null, null, Keys.DEFAULT_WORKSPACE);
    }
  }

  ApiKey(String secret, String hash, boolean management, Terms terms, Instant createdAt) {
    this.secret = secret;
    this.hash = hash;
    this.management = management;
    this.terms = terms;
    this.createdAt = createdAt;
    label = secret.substring(0, Math.min(12, secret.length())) + "..." + last(secret, 4);
  }

  private static String last(String text, int count) {
    return text.substring(Math.max(0, text.length() - count));
  }

  String secret() {
    return secret;
  }

  String hash() {
    return hash;
  }

  String label() {
    return label;
  }

  boolean management() {
    return management;
  }

  Instant createdAt() {
    return createdAt;
  }

  synchronized Terms terms() {
    return terms;
  }

  synchronized @Nullable Instant updatedAt() {
    return updatedAt;
  }

  synchronized void change(Terms changed, Instant at) {
    terms = changed;
    updatedAt = at;
  }

  synchronized void spend(LocalDate day, BigDecimal credits, BigDecimal ownProvider) {
    spent.merge(day, credits, BigDecimal::add);
    if (ownProvider.signum() != 0) own.merge(day, ownProvider, BigDecimal::add);
  }

  /** Credits spent since a day. */
  synchronized BigDecimal since(LocalDate day) {
    return sum(spent, day);
  }

  /** What went to own provider keys since a day. */
  synchronized BigDecimal ownSince(LocalDate day) {
    return sum(own, day);
  }

  private static BigDecimal sum(TreeMap<LocalDate, BigDecimal> days, LocalDate from) {
    BigDecimal sum = ZERO;
    for (BigDecimal one : days.tailMap(from, true).values()) sum = sum.add(one);
    return sum;
  }

  /** What is left below the cap; null without one. May be negative: a cap can be overshot. */
  @Nullable BigDecimal remaining(LocalDate today) {
    Terms now = terms();
    if (now.limit() == null) return null;
    LocalDate from = Keys.resetDay(now.limitReset(), today);
    BigDecimal used = since(from);
    if (now.byokInLimit()) used = used.add(ownSince(from));
    return now.limit().subtract(used);
  }
}

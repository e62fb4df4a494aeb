package io.innkeeper.infrastructure;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What else credentials are filtered by: their password, its end, and when they were last seen. */
public record CredentialMarks(
    Optional<Kept> password, Optional<End> end, Optional<Instant> seenBefore) {
  public static final CredentialMarks NONE =
      new CredentialMarks(Optional.empty(), Optional.empty(), Optional.empty());

  /** What is known of a password. */
  public enum Kept {
    /** It is known and was told the last time too. */
    KEPT("current_value_id is not null and unreadable_since is null"),
    /** None was ever told. */
    NEVER("current_value_id is null"),
    /** The last time its source told none; one that was known stays. */
    UNREADABLE("unreadable_since is not null");

    private final String term;

    Kept(String term) {
      this.term = term;
    }

    /** As written in addresses. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * When a password ends.
   *
   * @param before ends before then; empty for those that are not known to end
   */
  public record End(Optional<Instant> before) {}

  /** What these ask, for the audit. */
  void words(List<String> words) {
    password.ifPresent(kept -> words.add("password " + kept.word()));
    end.ifPresent(
        one -> words.add(one.before().map(at -> "ending before " + at).orElse("not known to end")));
    seenBefore.ifPresent(at -> words.add("not seen since " + at));
  }

  void add(List<String> terms, Map<String, Object> values) {
    password.ifPresent(kept -> terms.add("(" + kept.term + ")"));
    end.ifPresent(
        one -> {
          terms.add(one.before().isPresent() ? "expires_at < :endsBefore" : "expires_at is null");
          one.before().ifPresent(at -> values.put("endsBefore", at.toEpochMilli()));
        });
    seenBefore.ifPresent(
        at -> {
          terms.add("last_seen_at < :seenBefore");
          values.put("seenBefore", at.toEpochMilli());
        });
  }
}

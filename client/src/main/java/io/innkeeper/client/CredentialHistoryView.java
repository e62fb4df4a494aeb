package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An account's passwords, none of them shown, and who read one; both the newest first.
 *
 * @param reads the latest 40
 */
public record CredentialHistoryView(
    CredentialView credential, List<Value> values, List<Read> reads) {
  public CredentialHistoryView {
    values = List.copyOf(values);
    reads = List.copyOf(reads);
  }

  /**
   * A password without itself.
   *
   * @param changedAt when it became so; absent where no source said that credibly, then it was
   *     before {@code firstSeenAt}
   * @param origin {@code sync}, {@code import}, {@code rotation} or {@code person}
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Value(
      long number,
      boolean latest,
      @Nullable Instant changedAt,
      Instant firstSeenAt,
      Instant lastSeenAt,
      String origin,
      String from) {}

  /**
   * That somebody read it.
   *
   * @param way {@code show}, {@code copy}, {@code export} or {@code drill}
   * @param number which password; absent for a file with all of the environment
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Read(Instant at, String by, String way, @Nullable Long number, String reason) {}
}

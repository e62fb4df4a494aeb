package io.innkeeper.infrastructure.vcf;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What an SDDC Manager said about the ends of passwords.
 *
 * @param gaps why it isn't about all that were asked for; what was known of those stays
 * @param comeBack when it may be asked for the rest, if it was asked too often
 */
public record ExpiryReading(List<ToldExpiry> told, List<String> gaps, Optional<Duration> comeBack) {
  public ExpiryReading {
    told = List.copyOf(told);
    gaps = List.copyOf(gaps);
  }
}

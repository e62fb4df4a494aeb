package io.innkeeper.branding.licence;

import java.time.Instant;

/** Counts the people who used any tenant in the 30 days before an instant. */
@FunctionalInterface
public interface EndUsers {
  EndUserCount active(Instant now);
}

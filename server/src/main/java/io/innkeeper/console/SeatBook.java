package io.innkeeper.console;

import io.innkeeper.console.view.SeatView;
import java.time.YearMonth;
import java.util.Optional;
import java.util.UUID;

/** Where the Subscription tab asks what seats come to. */
public interface SeatBook {
  /** A month's seats; empty where none are billed. */
  Optional<SeatView> of(UUID organisation, YearMonth month);
}

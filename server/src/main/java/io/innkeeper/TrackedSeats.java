package io.innkeeper;

import io.innkeeper.organisation.Organisation;
import io.innkeeper.organisation.Organisations;
import io.innkeeper.statement.SeatFeed;
import io.innkeeper.statement.SeatTiers;
import io.innkeeper.statement.StatementRoom;
import io.innkeeper.usage.tracking.Seats;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Seats for clients of the older API, which speaks of PLN only. */
record TrackedSeats(Organisations organisations, StatementRoom statements) implements Seats {
  private static final int DIGITS = 6;

  @Override
  public Optional<SeatMonth> of(UUID organisation, YearMonth month) {
    Organisation one = organisations.get(organisation);
    io.innkeeper.statement.SeatMonth seats = statements.seats().billed(one, month);
    SeatFeed feed = statements.billing().terms(one).terms().seats();
    if (feed == SeatFeed.NONE && seats.held().isEmpty()) return Optional.empty();
    if (!seats.tiers().currency().equals("PLN")) return Optional.empty();
    List<Seat> all = seats.held().stream().map(held -> seat(seats, held)).toList();
    return Optional.of(
        new SeatMonth(seats.price(), seats.count(), seats.total(), tiers(seats), all));
  }

  private static Seat seat(
      io.innkeeper.statement.SeatMonth seats, io.innkeeper.statement.SeatMonth.Held held) {
    return new Seat(
        held.seat().person(),
        held.seat().name(),
        held.seat().email(),
        held.first(),
        held.days(),
        BigDecimal.valueOf(held.days())
            .divide(
                BigDecimal.valueOf(seats.month().lengthOfMonth()), DIGITS, RoundingMode.HALF_UP),
        held.amount());
  }

  private static List<Tier> tiers(io.innkeeper.statement.SeatMonth seats) {
    List<SeatTiers.Tier> all = seats.tiers().tiers();
    List<Tier> shown = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      SeatTiers.Tier tier = all.get(i);
      String range =
          i + 1 < all.size()
              ? "%d-%d users".formatted(tier.from(), all.get(i + 1).from() - 1)
              : tier.from() + "+ users";
      boolean current = seats.count() > 0 && tier.equals(seats.tier());
      shown.add(new Tier(range, tier.price(), current));
    }
    return shown;
  }
}

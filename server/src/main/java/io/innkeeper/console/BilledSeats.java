package io.innkeeper.console;

import io.innkeeper.console.view.SeatView;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.organisation.Organisations;
import io.innkeeper.statement.SeatFeed;
import io.innkeeper.statement.SeatMonth;
import io.innkeeper.statement.SeatTiers.Tier;
import io.innkeeper.statement.StatementRoom;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Seats as the room of statements bills them. */
public record BilledSeats(Organisations organisations, StatementRoom statements)
    implements SeatBook {
  @Override
  public Optional<SeatView> of(UUID organisation, YearMonth month) {
    Organisation one = organisations.get(organisation);
    SeatMonth seats = statements.seats().billed(one, month);
    SeatFeed feed = statements.billing().terms(one).terms().seats();
    if (feed == SeatFeed.NONE && seats.held().isEmpty()) return Optional.empty();
    return Optional.of(
        new SeatView(
            month,
            seats.tiers().currency(),
            seats.price(),
            tiers(seats),
            seats.held().stream().map(held -> seat(seats, held)).toList(),
            seats.count(),
            seats.total(),
            seats.issued()));
  }

  private static List<SeatView.Tier> tiers(SeatMonth seats) {
    List<Tier> all = seats.tiers().tiers();
    List<SeatView.Tier> shown = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      Tier tier = all.get(i);
      int to = i + 1 < all.size() ? all.get(i + 1).from() - 1 : 0;
      boolean current = seats.count() > 0 && tier.equals(seats.tier());
      shown.add(new SeatView.Tier(tier.from(), to, tier.price(), current));
    }
    return shown;
  }

  private static SeatView.Seat seat(SeatMonth seats, SeatMonth.Held held) {
    return new SeatView.Seat(
        held.seat().name(),
        held.seat().email(),
        held.first(),
        held.days(),
        seats.month().lengthOfMonth(),
        held.amount());
  }
}

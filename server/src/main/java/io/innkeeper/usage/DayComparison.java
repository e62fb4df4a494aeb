package io.innkeeper.usage;

import io.innkeeper.money.Usd;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/**
 * Our figures of an upstream's day beside its own.
 *
 * @param day in UTC
 * @param theirs what it told last; empty if it never did
 * @param answer why it did not tell the last time it was asked; empty if it did
 */
public record DayComparison(
    UUID organisation,
    String upstream,
    LocalDate day,
    Figures ours,
    Optional<Figures> theirs,
    String answer,
    Instant comparedAt) {
  /** How many calls, and what they cost. */
  public record Figures(long requests, Usd cost) {}

  /** What they counted beyond ours, exactly; negative if we counted more. */
  public Optional<Usd> drift() {
    return theirs.map(told -> told.cost().minus(ours.cost()));
  }

  static DayComparison read(ResultSet row) throws SQLException {
    Figures ours = new Figures(row.getLong("our_requests"), new Usd(row.getLong("our_pico")));
    long requests = row.getLong("their_requests");
    boolean untold = row.wasNull();
    long pico = row.getLong("their_pico");
    return new DayComparison(
        UUID.fromString(row.getString("organisation")),
        row.getString("upstream"),
        LocalDate.parse(row.getString("day")),
        ours,
        untold ? Optional.empty() : Optional.of(new Figures(requests, new Usd(pico))),
        row.getString("answer"),
        Instant.ofEpochMilli(row.getLong("compared_at")));
  }
}

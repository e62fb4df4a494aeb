package io.innkeeper.statement;

import io.innkeeper.organisation.Organisation;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A month's statement as it would be issued now.
 *
 * @param statement empty while a rate is missing, as nobody can say an amount then
 * @param seats those it would freeze
 * @param empty whether there is nothing to bill
 * @param readySince when the month was closed
 */
public record Draft(
    Organisation organisation,
    YearMonth month,
    Optional<Statement> statement,
    List<Check> checks,
    SeatMonth seats,
    Inside inside,
    boolean empty,
    Optional<Instant> readySince) {

  public Draft {
    checks = List.copyOf(checks);
  }

  /** The statement's id, the same from the first look at a draft on. */
  static UUID id(UUID organisation, YearMonth month) {
    return UUID.nameUUIDFromBytes(
        ("statement " + organisation + " " + month)
            .getBytes(java.nio.charset.StandardCharsets.UTF_8));
  }

  /** What would be on the paper, as a digest: whoever issues can name what they looked at. */
  public Optional<String> fingerprint() {
    return statement.map(FrozenStatement::of).map(FrozenStatement::sha256);
  }

  /** Whether it can be issued without anybody's consent. */
  public boolean clean() {
    return statement.isPresent() && checks.stream().allMatch(Check.Passed.class::isInstance);
  }
}

package io.innkeeper.statement;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A document that was issued, with what is known beside it.
 *
 * @param corrects the id of the document that it changes
 * @param sha256 of the document as it is kept
 * @param accepted names of checks that had not passed and were accepted
 */
public record IssuedStatement(
    Statement statement,
    Optional<UUID> corrects,
    Instant at,
    String by,
    String sha256,
    Inside inside,
    List<String> accepted,
    Marks marks) {
  /**
   * What happened to it afterwards.
   *
   * @param version 0 while nothing was ever marked
   */
  public record Marks(Optional<LocalDate> sentOn, Optional<LocalDate> paidOn, long version) {
    static final Marks NONE = new Marks(Optional.empty(), Optional.empty(), 0);
  }

  public IssuedStatement {
    accepted = List.copyOf(accepted);
  }

  public String number() {
    return statement.number().orElseThrow();
  }

  /** {@code issued}, {@code sent} or {@code paid}. */
  public String state() {
    if (marks.paidOn().isPresent()) return "paid";
    return marks.sentOn().isPresent() ? "sent" : "issued";
  }
}

package io.innkeeper.statement;

import io.innkeeper.fault.Fault;
import java.time.YearMonth;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.Query;

/**
 * Which issued documents are asked for.
 *
 * @param state {@code issued}, {@code sent} or {@code paid}
 * @param after where the last part ended
 */
public record StatementFilter(
    Optional<UUID> organisation,
    Optional<YearMonth> month,
    Optional<String> state,
    Optional<After> after) {
  public static final StatementFilter ALL =
      new StatementFilter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

  /** The last document of a part. */
  public record After(String month, long place) {
    /** As a cursor holds it, for example {@code 2026-10 31}. */
    static After parse(String text) {
      String[] parts = text.split(" ", -1);
      if (parts.length == 2 && parts[1].matches("\\d{1,18}"))
        return new After(parts[0], Long.parseLong(parts[1]));
      throw Fault.invalidField(
          "cursor", "cursor", "This cursor was not made by Innkeeper. Start without one.");
    }

    /** The one that continues after a document. */
    static String of(IssuedStatement last) {
      String number = last.number();
      return last.statement().month()
          + " "
          + Long.parseLong(number.substring(number.lastIndexOf('/') + 1));
    }
  }

  public static StatementFilter of(UUID organisation) {
    return new StatementFilter(
        Optional.of(organisation), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** The same from the beginning. */
  StatementFilter whole() {
    return new StatementFilter(organisation, month, state, Optional.empty());
  }

  String where() {
    StringBuilder where = new StringBuilder(" where 1 = 1");
    if (organisation.isPresent()) where.append(" and s.organisation_id = :organisation");
    if (month.isPresent()) where.append(" and s.month = :month");
    state.map(StatementFilter::condition).ifPresent(where::append);
    if (after.isPresent())
      where.append(
          " and (s.month < :afterMonth or s.month = :afterMonth and s.place < :afterPlace)");
    return where.toString();
  }

  void bind(Query query) {
    organisation.ifPresent(id -> query.bind("organisation", id));
    month.ifPresent(asked -> query.bind("month", asked.toString()));
    after.ifPresent(
        last -> query.bind("afterMonth", last.month()).bind("afterPlace", last.place()));
  }

  private static String condition(String state) {
    return switch (state) {
      case "issued" -> " and m.sent_on is null and m.paid_on is null";
      case "sent" -> " and m.sent_on is not null and m.paid_on is null";
      case "paid" -> " and m.paid_on is not null";
      default ->
          throw Fault.invalidField(
              "state", "state", "“" + state + "” is not one of ready, issued, sent, paid.");
    };
  }
}

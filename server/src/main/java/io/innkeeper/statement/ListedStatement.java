package io.innkeeper.statement;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * An issued document as lists show it.
 *
 * @param corrects the number of the document that it changes
 * @param state {@code issued}, {@code sent} or {@code paid}
 */
public record ListedStatement(
    UUID id,
    String number,
    Optional<String> corrects,
    UUID organisation,
    YearMonth month,
    String state,
    String currency,
    BigDecimal gross) {

  /** The latest months first, in each the highest number. */
  static List<ListedStatement> read(Handle handle, StatementFilter filter, int from, int count) {
    Query query =
        handle
            .createQuery(
                """
                select s.id, s.number, c.number as corrected, s.organisation_id, s.month,
                  s.currency, s.gross, m.sent_on, m.paid_on
                from statements s left join statement_marks m on m.statement_id = s.id
                left join statements c on c.id = s.corrects
                """
                    + filter.where()
                    + " order by s.month desc, s.place desc limit :limit offset :offset")
            .bind("limit", count)
            .bind("offset", from);
    filter.bind(query);
    return query.map((row, context) -> listed(row)).list();
  }

  private static ListedStatement listed(ResultSet row) throws SQLException {
    String state = row.getString("sent_on") == null ? "issued" : "sent";
    return new ListedStatement(
        UUID.fromString(row.getString("id")),
        row.getString("number"),
        Optional.ofNullable(row.getString("corrected")),
        UUID.fromString(row.getString("organisation_id")),
        YearMonth.parse(row.getString("month")),
        row.getString("paid_on") == null ? state : "paid",
        row.getString("currency"),
        new BigDecimal(row.getString("gross")));
  }
}

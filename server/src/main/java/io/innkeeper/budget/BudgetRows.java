package io.innkeeper.budget;

import io.innkeeper.money.Usd;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * The budgets' rows. An organisation's own row says only how its budget is kept to: the amount
 * stands with the organisation.
 */
public final class BudgetRows {
  private static final String ROWS =
      """
      SELECT organisation_id, kind, scope_id, amount_pico, hard, lowers, version FROM budgets
      """;

  /**
   * One row.
   *
   * @param amount empty for an organisation
   */
  record Row(Scope scope, Optional<Usd> amount, boolean hard, boolean lowers, long version) {}

  /** Writes a budget, whatever stood there. */
  static void put(Handle handle, Scope scope, Limit limit) {
    handle
        .createUpdate(
            """
            INSERT INTO budgets (organisation_id, kind, scope_id, amount_pico, hard, lowers, version)
            VALUES (:organisation, :kind, :scope, :amount, :hard, :lowers, 1)
            ON CONFLICT (organisation_id, kind, scope_id) DO UPDATE SET
              amount_pico = excluded.amount_pico, hard = excluded.hard, lowers = excluded.lowers,
              version = budgets.version + 1
            """)
        .bind("organisation", scope.organisation())
        .bind("kind", scope.kind().word())
        .bind("scope", scope.id())
        .bind("amount", scope.kind() == Scope.Kind.ORGANISATION ? null : limit.amount().pico())
        .bind("hard", limit.hard() ? 1 : 0)
        .bind("lowers", limit.lowers() ? 1 : 0)
        .execute();
  }

  /** Another amount; how it is kept to stays, for a new one it is hard. */
  public static void amount(Handle handle, Scope scope, Usd amount) {
    boolean there =
        handle
                .createUpdate(
                    """
                    UPDATE budgets SET amount_pico = :amount, version = version + 1
                    WHERE organisation_id = :organisation AND kind = :kind AND scope_id = :scope
                    """)
                .bind("amount", amount.pico())
                .bind("organisation", scope.organisation())
                .bind("kind", scope.kind().word())
                .bind("scope", scope.id())
                .execute()
            == 1;
    if (!there) put(handle, scope, new Limit(amount, true));
  }

  /** Removes a budget; answers whether there was one. */
  public static boolean remove(Handle handle, Scope scope) {
    return handle
            .createUpdate(
                """
                DELETE FROM budgets
                WHERE organisation_id = :organisation AND kind = :kind AND scope_id = :scope
                """)
            .bind("organisation", scope.organisation())
            .bind("kind", scope.kind().word())
            .bind("scope", scope.id())
            .execute()
        == 1;
  }

  /** Those of one organisation. */
  static List<Row> of(Handle handle, UUID organisation) {
    return rows(
        handle
            .createQuery(ROWS + " WHERE organisation_id = :organisation ORDER BY kind, scope_id")
            .bind("organisation", organisation));
  }

  /** Every budget of every organisation. */
  static List<Row> all(Handle handle) {
    return rows(handle.createQuery(ROWS));
  }

  private static List<Row> rows(Query query) {
    return query
        .map(
            (row, context) -> {
              long amount = row.getLong("amount_pico");
              Optional<Usd> known = row.wasNull() ? Optional.empty() : Optional.of(new Usd(amount));
              return new Row(
                  new Scope(
                      Scope.Kind.of(row.getString("kind")),
                      UUID.fromString(row.getString("organisation_id")),
                      row.getString("scope_id")),
                  known,
                  row.getInt("hard") == 1,
                  row.getInt("lowers") == 1,
                  row.getLong("version"));
            })
        .list();
  }

  private BudgetRows() {}
}

package io.innkeeper.usage;

import io.innkeeper.fault.Fault;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.SqlStatement;

/**
 * Which calls are wanted; what is empty doesn't matter.
 *
 * @param state {@code settled}, {@code reconciled}, {@code estimated} or {@code unsettled}
 * @param from the organisation's first day
 * @param to its last day, included
 */
public record CallFilter(
    Optional<UUID> organisation,
    Optional<UUID> tenant,
    Optional<String> user,
    Optional<String> model,
    Optional<String> state,
    Optional<LocalDate> from,
    Optional<LocalDate> to) {
  static final String UNSETTLED = "unsettled";
  private static final List<String> STATES =
      List.of("settled", "reconciled", "estimated", UNSETTLED);

  public CallFilter {
    if (state.filter(word -> !STATES.contains(word)).isPresent()) {
      throw Fault.invalidField(
          "state",
          "call-state",
          "“%s” is no state of a call. There are %s."
              .formatted(state.get(), String.join(", ", STATES)));
    }
  }

  /** Everything of one organisation. */
  public static CallFilter of(UUID organisation) {
    return new CallFilter(
        Optional.of(organisation),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty());
  }

  boolean wantsLines() {
    return state.filter(UNSETTLED::equals).isEmpty();
  }

  boolean wantsUnsettled() {
    return state.isEmpty() || state.get().equals(UNSETTLED);
  }

  /** Conditions that the ledger, the sums and the unsettled calls all understand. */
  String conditions(String model) {
    StringBuilder sql = new StringBuilder();
    organisation.ifPresent(id -> sql.append(" and organisation = :organisation"));
    tenant.ifPresent(id -> sql.append(" and tenant = :tenant"));
    user.ifPresent(id -> sql.append(" and user_id = :user"));
    this.model.ifPresent(id -> sql.append(" and ").append(model).append(" = :model"));
    from.ifPresent(day -> sql.append(" and day >= :from"));
    to.ifPresent(day -> sql.append(" and day <= :to"));
    return sql.toString();
  }

  <S extends SqlStatement<S>> S bound(S statement) {
    organisation.ifPresent(id -> statement.bind("organisation", id));
    tenant.ifPresent(id -> statement.bind("tenant", id));
    user.ifPresent(id -> statement.bind("user", id));
    model.ifPresent(name -> statement.bind("model", name));
    from.ifPresent(day -> statement.bind("from", day.toString()));
    to.ifPresent(day -> statement.bind("to", day.toString()));
    return statement;
  }
}

package io.innkeeper.console;

import io.innkeeper.caller.Principal;
import io.innkeeper.caller.Role;
import io.innkeeper.console.view.StatementListView.Row;
import io.innkeeper.console.view.WindowState;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.organisation.Organisations;
import io.innkeeper.statement.Draft;
import io.innkeeper.statement.IssuedStatement;
import io.innkeeper.statement.ListedStatement;
import io.innkeeper.statement.Statement;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** Statements as lists show them, and what both their pages say alike. */
final class StatementRows {
  static final String PATH = "/statements";
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("LLLL yyyy", Locale.ENGLISH);

  private final Organisations organisations;

  StatementRows(Organisations organisations) {
    this.organisations = organisations;
  }

  Row row(ListedStatement issued) {
    return new Row(
        issued.number(),
        issued.corrects().map(old -> "corrects " + old).orElse(""),
        PATH + "/" + issued.id(),
        organisations.find(issued.organisation()).map(Organisation::name).orElse("—"),
        month(issued.month()),
        window(issued.state()),
        word(issued.state()),
        issued.currency(),
        money(issued.gross()));
  }

  Row row(Draft draft) {
    return new Row(
        "Draft",
        "",
        address(draft.organisation(), draft.month()),
        draft.organisation().name(),
        month(draft.month()),
        WindowState.WAITING,
        "Ready to issue",
        draft.organisation().spec().currency(),
        draft.statement().map(Statement::gross).map(StatementRows::money).orElse("—"));
  }

  static String address(IssuedStatement issued) {
    return PATH + "/" + issued.statement().id();
  }

  static String address(Organisation organisation, YearMonth month) {
    return OrganisationScreens.address(organisation) + "/statements/" + month;
  }

  /** “October 2026”. */
  static String month(YearMonth month) {
    return MONTH.format(month);
  }

  static String money(BigDecimal amount) {
    String digits = String.format(Locale.ROOT, "%,.2f", amount.abs());
    return amount.signum() < 0 ? "−" + digits : digits;
  }

  static WindowState window(String state) {
    return switch (state) {
      case "paid" -> WindowState.SETTLED;
      case "sent" -> WindowState.RECONCILED;
      default -> WindowState.LIT;
    };
  }

  static String word(String state) {
    return state.substring(0, 1).toUpperCase(Locale.ROOT) + state.substring(1);
  }

  /** The only organisation that a client sees. */
  static Optional<java.util.UUID> own(Principal looker) {
    return looker.role() == Role.CLIENT ? looker.organisation() : Optional.empty();
  }
}

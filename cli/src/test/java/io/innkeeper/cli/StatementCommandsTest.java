package io.innkeeper.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.cli.TestingDesk.Said;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Statements, seats and terms as the command line handles them on the true server. */
class StatementCommandsTest {
  private static final YearMonth LAST =
      YearMonth.from(LocalDate.now(ZoneId.of("Europe/Warsaw"))).minusMonths(1);

  @TempDir private static Path directory;
  private static TestingHouse house;
  private static TestingDesk desk;

  @BeforeAll
  static void open() {
    house = TestingHouse.in(directory);
    desk = house.admin();
  }

  @AfterAll
  static void close() {
    house.close();
  }

  @Test
  void aMonthOfSeatsIsIssuedCorrectedSentAndPaid() {
    desk.done("org", "create", "Brzoza");
    desk.done("billing", "set", "brzoza", "--seats", "manual", "--address", "al. Zmyślona 12");
    String first = LAST.atDay(1).toString();
    desk.done("seat", "add", "brzoza", "Jan", "--email", "jan@x.pl", "--from", first);
    assertThat(desk.done("seat", "list", "brzoza", "--month", LAST.toString()).out())
        .contains("jan@x.pl", "1 in " + LAST + " at 79.00 each: PLN 79.00.");
    assertThat(issue().code()).isEqualTo(7);
    desk.done("billing", "seller", "--name", "Halny Hosting", "--account", "PL61");
    assertThat(desk.run("statement", "issue", "brzoza", LAST.toString()).code()).isEqualTo(12);
    Said issued = issue();
    assertThat(issued.code()).as(issued.err()).isZero();
    String number = LAST.toString().replace('-', '/') + "/0001";
    assertThat(issued.out()).contains(number, "to pay PLN 97.17", "Halny Hosting");
    assertThat(issue().err()).contains("is issued already, as " + number);
    Said corrected =
        desk.done("statement", "correct", number, "--reason", "Agreed", "--line=-9.00 Discount");
    assertThat(corrected.out()).contains("/0002", "Corrects", "-11.07");
    desk.done("statement", "sent", number);
    assertThat(desk.done("statement", "paid", number).out()).contains("Paid");
    assertThat(desk.done("statement", "paid", number, "--undo").out()).doesNotContain("Paid");
    assertThat(desk.done("statement", "list", "--org", "brzoza").out())
        .contains(number, "sent", "a correction");
    assertThat(desk.done("statement", "show", "brzoza", LAST.toString()).out()).contains(number);
    assertThat(desk.run("statement", "show", "1999-01-0001").code()).isEqualTo(6);
    assertThat(desk.run("statement", "correct", number, "--reason", "x", "--line", "much").code())
        .isEqualTo(2);
  }

  private static Said issue() {
    return desk.run("statement", "issue", "brzoza", LAST.toString(), "--yes", LAST.toString());
  }

  @Test
  void seatsAreImportedPricedAndRemoved() throws Exception {
    desk.done("org", "create", "Klinika");
    assertThat(desk.done("seat", "list", "klinika").err()).contains("billing set klinika");
    desk.done("billing", "set", "klinika", "--seats", "manual", "--vat", "0", "--vat-note", "np");
    Path table = directory.resolve("seats.csv");
    Files.writeString(table, "name,email,from\nAla,ala@x.pl,2026-01-01\nOla,ola@x.pl,2026-01-01\n");
    assertThat(desk.done("seat", "import", "klinika", table.toString()).out())
        .isEqualTo("2 added, 0 changed, 0 as they were.\n");
    desk.done("seat", "remove", "klinika", "ola@x.pl", "--until", "2026-02-01");
    assertThat(desk.done("seat", "list", "klinika", "-q").out()).isEqualTo("ala@x.pl\n");
    assertThat(
            desk.done(
                    "seat", "prices", "klinika", "--since", "2026-01", "--set", "1=50", "--set",
                    "9=40")
                .out())
        .contains("1+: 50.00, 9+: 40.00", "1+: 79.00, 4+: 69.00");
    assertThat(desk.run("seat", "prices", "klinika", "--set", "2=50").code()).isEqualTo(3);
    assertThat(desk.done("billing", "show", "klinika").out()).contains("VAT", "0%", "np");
    Files.writeString(table, "name,from\nEwa,sometime\n");
    assertThat(desk.run("seat", "import", "klinika", table.toString()).code()).isEqualTo(3);
  }

  @Test
  void profitIsShown() {
    assertThat(desk.done("profit").err()).contains("Nobody called on these days.");
    assertThat(desk.run("profit", "--from", "2026-02-01", "--to", "2026-01-01").code())
        .isEqualTo(3);
  }
}

package io.innkeeper.usage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.innkeeper.fault.Fault;
import io.innkeeper.money.TestingRates;
import io.innkeeper.money.Usd;
import io.innkeeper.store.Database;
import io.innkeeper.store.StoreTest;
import io.innkeeper.usage.Breakdown.Group;
import io.innkeeper.usage.Spending.By;
import io.innkeeper.usage.Spending.Sum;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Usage in groups, on both engines. */
class BreakdownTest {
  private static final LocalDate FIRST = LocalDate.parse("2026-11-01");
  private static final LocalDate LAST = LocalDate.parse("2026-11-30");

  @TempDir Path home;
  private TestingBooks books;
  private final TestingRates rates =
      new TestingRates()
          .publish("2026-11-09", "3.6", "217/A/NBP/2026")
          .publish("2026-11-24", "3.65", "228/A/NBP/2026");

  @BeforeEach
  void open(Database database) {
    books = new TestingBooks(database, home);
    books.book(
        TrackingHouse.call("2026-11-10T09:15:00Z", "anna", "acme/lark", "1"),
        TrackingHouse.call("2026-11-24T23:30:00Z", "jan", "acme/owl", "0.1"),
        TrackingHouse.call("2026-11-25T10:59:00Z", "anna", "acme/lark", "0.5"),
        TrackingHouse.call("2026-11-25T10:59:10Z", "anna", "acme/owl", "0.000000000001"));
  }

  @AfterEach
  void close() {
    books.close();
  }

  private UsageQuestion by(By... by) {
    return new UsageQuestion(books.brzoza.id(), FIRST, LAST, List.of(by), Map.of());
  }

  private RatedDays zloty() {
    return RatedDays.of(rates, FIRST, LAST, "PLN");
  }

  private List<Group> groups(UsageQuestion question, int part) {
    List<Group> groups = new ArrayList<>();
    new Breakdown(books.database, part).each(question, zloty(), groups::add);
    return groups;
  }

  @StoreTest
  void everyGroupingAddsUpToTheTotalHoweverItIsRead() {
    Sum total = new Spending(books.database).total(books.brzoza.id(), FIRST, LAST);
    for (By one : By.values()) {
      for (By other : By.values()) {
        UsageQuestion question = one == other ? by(one) : by(one, other);
        for (int part : List.of(1, 2, 1_000)) {
          Sum sum = Sum.NONE;
          for (Group group : groups(question, part)) sum = sum.plus(group.sum());
          assertThat(sum).isEqualTo(total);
        }
      }
    }
  }

  @StoreTest
  void eachDayIsConvertedAtItsOwnRateAndNothingIsRounded() {
    List<Group> people = groups(by(By.USER), 2);
    assertThat(people).extracting(Group::name).containsExactly("Żółć anna", "Żółć jan");
    RatedSum anna = people.getFirst().rated();
    assertThat(anna.cost()).isEqualByComparingTo("5.42500000000365");
    assertThat(anna.several()).isTrue();
    RatedSum jan = people.getLast().rated();
    assertThat(jan.billed()).isEqualByComparingTo("0.4745");
    assertThat(jan.rate().orElseThrow().document()).isEqualTo("228/A/NBP/2026");
  }

  @StoreTest
  void aDayWithoutARateLeavesTheSumUnconverted() {
    books.book(TrackingHouse.call("2026-11-05T09:15:00Z", "jan", "acme/lark", "1"));
    assertThat(groups(by(By.USER), 100))
        .extracting(group -> group.rated().whole())
        .containsExactly(true, false);
  }

  @StoreTest
  void onlyWhatIsAskedForCounts() {
    UsageQuestion owls =
        new UsageQuestion(
            books.brzoza.id(), FIRST, LAST, List.of(By.DAY), Map.of(By.MODEL, "acme/owl"));
    List<Group> days = groups(owls, 100);
    assertThat(days).hasSize(1);
    assertThat(days.getFirst().sum().cost()).isEqualTo(Usd.parse("0.100000000001"));
  }

  @StoreTest
  void csvHasNoFormulaAndExactAmounts() throws IOException {
    books.book(TrackingHouse.call("2026-11-25T11:00:00Z", "=cmd()", "acme/lark", "2"));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    new BreakdownCsv(new Breakdown(books.database, 2), by(By.USER, By.DAY), zloty()).writeTo(out);
    List<String> lines = out.toString(UTF_8).lines().toList();
    assertThat(lines.getFirst())
        .isEqualTo(
            "user,user_name,day,calls,prompt_tokens,completion_tokens,cost_usd,billed_usd,"
                + "cost_pln,billed_pln,rate,rate_day,rate_source,rate_document,rate_fallback");
    assertThat(lines)
        .contains(
            "jan,Żółć jan,2026-11-25,1,21,9,0.1,0.13,0.365,0.4745,3.65,2026-11-24,NBP A,228/A/NBP/2026,no")
        .anyMatch(line -> line.startsWith("'=cmd(),Żółć =cmd(),2026-11-25,1,"));
  }

  @StoreTest
  void whatCanNotBeAskedIsASentence() {
    assertThatThrownBy(
            () -> new UsageQuestion(books.brzoza.id(), LAST, FIRST, List.of(By.DAY), Map.of()))
        .isInstanceOf(Fault.class)
        .hasMessageContaining("before the first");
    assertThatThrownBy(
            () ->
                new UsageQuestion(
                    books.brzoza.id(), FIRST, FIRST.plusDays(1_127), List.of(By.DAY), Map.of()))
        .hasMessageContaining("At most 1,127 days");
    for (String bad : List.of("week", "day,day", "day,user,model", "", ","))
      assertThatThrownBy(() -> UsageQuestion.groupings(bad)).isInstanceOf(Fault.class);
  }
}

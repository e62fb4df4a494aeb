package io.innkeeper.statement;

import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.money.Usd;
import io.innkeeper.statement.StatementLine.Usage;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FormerPeopleTest {
  private static final Usage JAN = then("Jan", "1.00");
  private static final Usage OLA = then("Ola", "2.00");

  private static Usage then(String name, String usd) {
    return line(Optional.empty(), name, usd);
  }

  private static Usage now(String id, String name, String usd) {
    return line(Optional.of(id), name, usd);
  }

  private static Usage line(Optional<String> id, String name, String usd) {
    return new Usage(
        id, name, Usage.Kind.PERSON, 1, 10, Usd.parse(usd), new BigDecimal(usd).setScale(2));
  }

  private static List<String> ids(List<StatementLine> then, StatementLine... now) {
    return FormerPeople.named(then, List.of(now)).stream()
        .map(line -> ((Usage) line).person().orElse("nobody"))
        .toList();
  }

  @Test
  void namesTellWhoTheyAre() {
    assertThat(ids(List.of(JAN, OLA), now("2", "Ola", "3.00"), now("1", "Jan", "4.00")))
        .containsExactly("1", "2");
  }

  @Test
  void whoIsCalledOtherwiseNowIsKnownByTheirCalls() {
    assertThat(ids(List.of(JAN, OLA), now("2", "Ewa", "2.00"), now("1", "Jan", "1.00")))
        .containsExactly("1", "2");
  }

  @Test
  void twoOfOneNameAreToldApart() {
    assertThat(ids(List.of(JAN), now("3", "Jan (3)", "5.00"), now("1", "Jan (1)", "1.00")))
        .containsExactly("1");
    assertThat(ids(List.of(then("Jan (3)", "9.00")), now("1", "Jan", "9.00"), now("3", "Ewa", "5")))
        .containsExactly("3");
  }

  @Test
  void idsThatAreThereStay() {
    assertThat(ids(List.of(now("1", "Jan", "1.00"), OLA), now("1", "Ola", "2.00")))
        .containsExactly("1", "nobody");
  }
}

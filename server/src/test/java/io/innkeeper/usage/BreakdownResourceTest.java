package io.innkeeper.usage;

import static io.innkeeper.caller.Role.CLIENT;
import static io.innkeeper.caller.Role.VIEWER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.innkeeper.client.ConvertedSum;
import io.innkeeper.client.Problem;
import io.innkeeper.client.ProblemException;
import io.innkeeper.client.UsageBreakdown;
import io.innkeeper.client.UsageGroup;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BreakdownResourceTest {
  private static final String PLACE = "/organisations/brzoza/usage/breakdown";

  @TempDir Path home;
  private TrackingHouse house;

  @BeforeEach
  void open() {
    house = new TrackingHouse(home);
    house.november();
  }

  @AfterEach
  void close() {
    house.close();
  }

  private UsageBreakdown asked(String query) {
    return house.as(CLIENT).get(PLACE + query).as(UsageBreakdown.class);
  }

  @Test
  void aDayTellsItsRateWithSourceAndDocument() {
    UsageBreakdown days = asked("?by=day");
    assertThat(days.currency()).isEqualTo("PLN");
    assertThat(days.sum().billed()).isEqualTo("2.08");
    assertThat(Objects.requireNonNull(days.converted()).billed()).isEqualTo("7.527");
    ConvertedSum last = Objects.requireNonNull(days.items().getLast().converted());
    assertThat(last)
        .isEqualTo(
            new ConvertedSum(
                "PLN",
                "2.19",
                "2.847",
                "3.6500",
                java.time.LocalDate.parse("2026-11-24"),
                "NBP A",
                "228/A/NBP/2026",
                false));
  }

  @Test
  void twoGroupingsComeDearestFirstPageByPage() {
    List<String> seen = new ArrayList<>();
    @Nullable String next = null;
    do {
      UsageBreakdown page =
          asked("?by=user,model&from=2026-10-01&limit=1" + (next == null ? "" : "&cursor=" + next));
      assertThat(page.total()).isEqualTo(3);
      assertThat(page.sum().cost()).isEqualTo("3.6");
      for (UsageGroup group : page.items()) seen.add(group.user() + " " + group.model());
      next = page.next();
    } while (next != null);
    assertThat(seen).containsExactly("zosia acme/lark", "anna acme/lark", "jan acme/owl");
  }

  @Test
  void everyOrderPagesThroughAllOfIt() {
    for (String sort : List.of("group", "cost", "billed", "calls", "tokens")) {
      UsageBreakdown first = asked("?by=user&sort=" + sort + "&limit=1");
      UsageBreakdown second = asked("?by=user&sort=" + sort + "&limit=1&cursor=" + first.next());
      assertThat(second.next()).isNull();
      assertThat(List.of(first.items().getFirst().user(), second.items().getFirst().user()))
          .containsExactly("anna", "jan");
    }
  }

  @Test
  void onlyOneModelsDays() {
    assertThat(asked("?by=day&model=acme/owl").sum().requests()).isOne();
    assertThat(asked("?by=kind&user=jan").items().getFirst().kind()).isEqualTo("chat");
  }

  @Test
  void dollarsAreNotConverted() {
    UsageBreakdown days = asked("?currency=usd");
    assertThat(days.currency()).isEqualTo("USD");
    assertThat(days.converted()).isNull();
    assertThat(asked("?currency=EUR").converted()).isNull();
  }

  @Test
  void aSpreadsheetIsAskedForByFormatOrByAccept() throws Exception {
    HttpResponse<String> accepted = csv("?by=user", "text/csv");
    assertThat(accepted.headers().firstValue("Content-Type").orElseThrow()).startsWith("text/csv");
    assertThat(accepted.headers().firstValue("Content-Disposition").orElseThrow())
        .contains("brzoza-usage-2026-11-01-2026-11-30.csv");
    assertThat(accepted.body().lines().count()).isEqualTo(3);
    assertThat(csv("?by=user&format=csv", "*/*").body()).isEqualTo(accepted.body());
  }

  private HttpResponse<String> csv(String query, String accept) throws Exception {
    return house.door.send(
        HttpRequest.newBuilder(house.door.address("/api/v1" + PLACE + query))
            .header("Authorization", "Bearer client")
            .header("Accept", accept));
  }

  @Test
  void badInputIsASentence() {
    for (String[] bad :
        new String[][] {
          {"?from=2026-11-30&to=2026-11-01", "days-reversed"},
          {"?from=1999-01-01", "days-too-many"},
          {"?from=2026-02-30", "day"},
          {"?by=week", "grouping"},
          {"?by=day,user,model", "grouping"},
          {"?sort=name", "sort"},
          {"?currency=ZZZ", "currency"},
          {"?format=pdf", "format"},
          {"?format=csv&sort=cost", "sort"},
          {"?cursor=bm9wZQ", "cursor"},
          {"?tenant=nobody", "no-such-tenant"},
          {"?user=nobody", "no-such-user"}
        }) {
      Problem problem = problem(PLACE + bad[0]);
      assertThat(problem.code()).as(bad[0]).isEqualTo(bad[1]);
      assertThat(problem.detail()).endsWith(".");
    }
    assertThat(problem("/organisations/nobody/usage/breakdown").status()).isEqualTo(404);
    String foreign = asked("?by=user&limit=1").next();
    assertThat(problem(PLACE + "?by=model&cursor=" + foreign).code()).isEqualTo("cursor");
  }

  private Problem problem(String path) {
    ProblemException refused =
        catchThrowableOfType(ProblemException.class, () -> house.as(VIEWER).get(path));
    assertThat(refused).as(path).isNotNull();
    return refused.problem();
  }

  @Test
  void amountsAreTextsAndNeverFloatingPoint() {
    JsonNode sum = house.as(CLIENT).get(PLACE).json().path("sum");
    assertThat(sum.path("cost").isTextual()).isTrue();
    assertThat(sum.path("billed").asText()).isEqualTo("2.08");
  }
}

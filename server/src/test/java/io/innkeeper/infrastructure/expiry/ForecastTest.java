package io.innkeeper.infrastructure.expiry;

import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.infrastructure.Credential;
import io.innkeeper.infrastructure.Environment;
import io.innkeeper.infrastructure.Lifetime;
import io.innkeeper.infrastructure.reading.TestingVault;
import io.innkeeper.secret.SecretBox;
import io.innkeeper.store.Database;
import io.innkeeper.store.StoreTest;
import io.innkeeper.testing.TestingClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForecastTest {
  private static final Instant NOW = Instant.parse("2026-01-01T02:00:00Z");

  @TempDir private Path home;
  private final TestingClock clock = new TestingClock(NOW);

  @ParameterizedTest
  @CsvSource({
    "-PT1S, EXPIRED, -1",
    "PT0S, EXPIRED, 0",
    "PT1S, WEEK, 0",
    "P7D, WEEK, 7",
    "P7DT1S, MONTH, 7",
    "P30D, MONTH, 30",
    "P31D, QUARTER, 31",
    "P90D, QUARTER, 90",
    "P90DT1S, LATER, 90",
    "-P3D, EXPIRED, -3"
  })
  void bandsAndDaysLeft(Duration left, Band band, long days) {
    Forecast forecast = Forecast.of(lifetime(NOW.plus(left), NOW, "ACTIVE", null), NOW);
    assertThat(forecast).isEqualTo(new Forecast(band, Optional.of(days), true));
  }

  @Test
  void whatHasNoEndIsNeverOnlyWhenSomebodyLooked() {
    assertThat(Band.of(lifetime(null, NOW, "ACTIVE", null), NOW)).isEqualTo(Band.NEVER);
    assertThat(Band.of(lifetime(null, null, null, null), NOW)).isEqualTo(Band.UNKNOWN);
    assertThat(Band.of(lifetime(null, NOW, "UNKNOWN", null), NOW)).isEqualTo(Band.UNKNOWN);
    assertThat(Band.of(lifetime(null, null, "EXPIRED", null), NOW)).isEqualTo(Band.EXPIRED);
  }

  @Test
  void itEndsBeforeTheNextRotation() {
    Instant end = NOW.plus(Duration.ofDays(20));
    assertThat(early(end, end.plusSeconds(1))).isTrue();
    assertThat(early(end, end.minusSeconds(1))).isFalse();
    assertThat(early(end, null)).isTrue();
    assertThat(early(null, null)).isFalse();
  }

  private static boolean early(@Nullable Instant end, @Nullable Instant next) {
    return Forecast.of(lifetime(end, NOW, "ACTIVE", next), NOW).beforeRotation();
  }

  private static Lifetime lifetime(
      @Nullable Instant end,
      @Nullable Instant checked,
      @Nullable String status,
      @Nullable Instant next) {
    return new Lifetime(
        Optional.empty(),
        Optional.empty(),
        Optional.ofNullable(end),
        Optional.ofNullable(checked),
        Optional.ofNullable(status),
        Optional.empty(),
        Optional.empty(),
        Optional.ofNullable(next));
  }

  @StoreTest
  void theStoreBandsAsTheForecastDoes(Database database) {
    TestingVault vault =
        new TestingVault(database, SecretBox.open(home.resolve("master.key")), clock);
    Environment lab = vault.environment("lab");
    Environment gone = vault.environment("gone");
    vault.many(lab, 160);
    vault.many(gone, 5);
    Expiring expiring = new Expiring(database, clock);
    List<Credential> all = expiring.list(ExpiryWish.ALL, 0, 1_000);
    assertThat(all).hasSize(165);
    database.change(
        handle -> {
          PreparedBatch batch =
              handle.prepareBatch(
                  """
                  update credentials set expires_at = :end, expiry_checked_at = :checked,
                    expiry_status = :status where id = :id
                  """);
          int at = 0;
          for (Credential one : all)
            for (Map<String, @Nullable Object> row : List.of(row(at++, one.id()))) batch.add(row);
          batch.execute();
          vault.ended(handle);
        });
    vault.environments.remove(gone.id(), TestingVault.BY);
    List<Credential> seen = new ArrayList<>();
    Map<Band, Long> counts = expiring.counts(ExpiryWish.ALL);
    for (Band band : Band.values()) {
      List<Credential> of = expiring.list(ExpiryWish.ALL.in(band), 0, 1_000);
      assertThat(of).as(band.word()).isNotEmpty();
      assertThat(of).allMatch(one -> Band.of(one.lifetime(), NOW) == band);
      assertThat(counts).containsEntry(band, (long) of.size());
      assertThat(expiring.count(ExpiryWish.ALL.in(band))).isEqualTo(of.size());
      seen.addAll(of);
    }
    assertThat(seen).hasSize(160).doesNotHaveDuplicates();
    List<Credential> parts = new ArrayList<>();
    for (int from = 0; from < 160; from += 7)
      parts.addAll(expiring.list(ExpiryWish.ALL, from, Math.min(7, 160 - from)));
    assertThat(parts).hasSameSizeAs(seen).containsExactlyInAnyOrderElementsOf(seen);
  }

  private static Map<String, @Nullable Object> row(int at, UUID id) {
    long[] ends = {-1, 0, 1, 7 * 86_400, 7 * 86_400 + 1, 30 * 86_400, 90 * 86_400, 91 * 86_400};
    String[] words = {"ACTIVE", "EXPIRING", "EXPIRED", "UNKNOWN", "expired"};
    Map<String, @Nullable Object> row = new java.util.HashMap<>();
    row.put("id", id.toString());
    row.put("end", at % 2 == 0 ? NOW.toEpochMilli() + ends[at / 2 % ends.length] * 1_000 : null);
    row.put("checked", at % 3 == 0 ? null : NOW.toEpochMilli());
    row.put("status", at % 7 == 0 ? null : words[at % words.length]);
    return row;
  }

  @StoreTest
  void theCalendarFileHoldsDaysAndNoSecret(Database database) {
    TestingVault vault =
        new TestingVault(database, SecretBox.open(home.resolve("master.key")), clock);
    Environment lab = vault.environment("lab, and; more");
    Credential one = vault.account(lab, "esx01." + "long-name.".repeat(9) + "ż", "root", "Pw1!");
    database.change(
        handle ->
            handle.execute(
                "update credentials set expires_at = ? where id = ?",
                Instant.parse("2026-02-03T04:05:06Z").toEpochMilli(),
                one.id().toString()));
    List<Credential> all = new Expiring(database, clock).list(ExpiryWish.ALL, 0, 9);
    String file = ExpiryCalendar.of(all, Map.of(lab.id(), lab.name()), NOW);
    assertThat(file)
        .startsWith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
        .contains("UID:" + one.id() + "@innkeeper\r\n", "DTSTART;VALUE=DATE:20260203\r\n")
        .contains("DESCRIPTION:lab\\, and\\; more.")
        .endsWith("END:VEVENT\r\nEND:VCALENDAR\r\n")
        .doesNotContain("Pw1!");
    assertThat(file.replace("\r\n ", "")).contains("SUMMARY:Password ends: root on esx01.long");
    for (String line : file.split("\r\n", -1))
      assertThat(line.getBytes(java.nio.charset.StandardCharsets.UTF_8).length)
          .isLessThanOrEqualTo(75);
  }
}

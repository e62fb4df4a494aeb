package io.innkeeper.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.organisation.Organisation.State;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OrganisationDaysTest {
  private static final Instant LAST_HOUR_BY_UTC = Instant.parse("2026-11-30T23:10:00Z");
  private static final LocalDate LAST = LocalDate.of(2026, 11, 30);
  private static final LocalDate FIRST = LocalDate.of(2026, 12, 1);

  private final Organisation warsaw = in("Europe/Warsaw", State.ACTIVE);
  private final Organisation lisbon = in("Europe/Lisbon", State.ACTIVE);
  private final Organisation azores = in("Atlantic/Azores", State.SUSPENDED);

  @Test
  void aDayBeginsWhereTheOrganisationIs() {
    assertThat(warsaw.dayOf(LAST_HOUR_BY_UTC)).isEqualTo(FIRST);
    assertThat(lisbon.dayOf(LAST_HOUR_BY_UTC)).isEqualTo(LAST);
  }

  @Test
  void severalHaveTheDayOfMostOfThem() {
    assertThat(common(warsaw, lisbon, azores)).isEqualTo(LAST);
    assertThat(common(warsaw, lisbon)).isEqualTo(FIRST);
    assertThat(common(lisbon, in("Pacific/Auckland", State.CLOSED))).isEqualTo(LAST);
    assertThat(common()).isEqualTo(LAST);
  }

  private static LocalDate common(Organisation... all) {
    return Organisation.commonDay(List.of(all), LAST_HOUR_BY_UTC);
  }

  private static Organisation in(String zone, State state) {
    OrganisationSpec spec =
        new OrganisationSpec(
            "Brzoza", ZoneId.of(zone), "PLN", Optional.empty(), BigDecimal.ONE, Optional.empty());
    return new Organisation(
        new UUID(0, 7),
        OrganisationSlug.parse("brzoza"),
        "brzoza",
        spec,
        state,
        Optional.empty(),
        false,
        LAST_HOUR_BY_UTC,
        1);
  }
}

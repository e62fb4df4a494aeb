package io.innkeeper.branding.licence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.innkeeper.client.GroundSpec;
import io.innkeeper.fault.Fault;
import io.innkeeper.openwebui.Version;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a ground is worth against the count of today. */
class LicenceStandingTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 11, 29);

  @ParameterizedTest
  @CsvSource({
    "0, true, false, false",
    "39, true, false, false",
    "40, true, true, false",
    "48, true, true, false",
    "49, true, true, false",
    "50, true, true, true",
    "51, false, true, true"
  })
  void fiftyIsAllowedToldAtFortyAndDecidedAtFifty(
      int users, boolean holds, boolean near, boolean decide) {
    LicenceStanding standing = standing(new GroundSpec("small", null, null, null, null), users);
    assertThat(standing.toldAt()).containsExactly(40, 48);
    assertThat(standing.holds()).isEqualTo(holds);
    assertThat(standing.near()).isEqualTo(near);
    assertThat(standing.decisionNeeded()).isEqualTo(decide);
    assertThat(standing.said()).contains(Integer.toString(users));
    assertThat(standing.soon()).isEqualTo(users >= 48);
    if (users == 48) assertThat(standing.said()).contains("With 3 more it doesn’t hold");
  }

  @Test
  void contractHoldsUpToItsNumberAndItsLastDay() {
    GroundSpec contract =
        new GroundSpec("enterprise", "2026-118", 2_500, null, LocalDate.of(2027, 2, 28));
    assertThat(standing(contract, 1_914).holds()).isTrue();
    assertThat(standing(contract, 1_914).toldAt()).containsExactly(2_000, 2_400);
    assertThat(standing(contract, 2_501).holds()).isFalse();
    GroundSpec over = new GroundSpec("enterprise", "2025-1", null, null, TODAY.minusDays(1));
    assertThat(standing(over, 3).why())
        .hasValueSatisfying(why -> assertThat(why).contains("ended"));
  }

  @Test
  void letterHasNoNumberAndOldVersionMustBeOld() {
    GroundSpec letter = new GroundSpec("permission", "Letter of Tim", null, TODAY, null);
    assertThat(standing(letter, 9_999).holds()).isTrue();
    GroundSpec old = new GroundSpec("old", null, null, null, null);
    assertThat(standing(old, 1).why())
        .hasValueSatisfying(why -> assertThat(why).contains("0.12.4"));
    assertThat(
            LicenceStanding.of(
                    Optional.of(Ground.parse(old)),
                    new EndUserCount(99, 0),
                    Version.parse("0.6.5"),
                    TODAY)
                .holds())
        .isTrue();
  }

  @Test
  void nothingRecordedAllowsNothingAndDemandsNothing() {
    LicenceStanding none =
        LicenceStanding.of(Optional.empty(), new EndUserCount(80, 0), Optional.empty(), TODAY);
    assertThat(none.holds()).isFalse();
    assertThat(none.decisionNeeded()).isFalse();
  }

  @Test
  void paperNeedsItsReferenceAndItsDate() {
    assertThatThrownBy(() -> Ground.parse(new GroundSpec("permission", null, null, null, null)))
        .isInstanceOfSatisfying(
            Fault.class,
            fault ->
                assertThat(fault.fields())
                    .extracting(Fault.Field::name)
                    .containsExactly("reference", "date"));
    assertThatThrownBy(() -> Ground.parse(new GroundSpec("none", null, -1, null, null)))
        .isInstanceOf(Fault.class);
  }

  @Test
  void whoCouldNotBeCountedIsSaid() {
    GroundSpec few = new GroundSpec("small", null, null, null, null);
    LicenceStanding standing =
        LicenceStanding.of(
            Optional.of(Ground.parse(few)),
            new EndUserCount(38, 2),
            Version.parse("0.12.4"),
            TODAY);
    assertThat(standing.said())
        .isEqualTo(
            "38 of 50 end users in 30 days. 2 running workspaces were not read for days, so there may be more.");
  }

  private static LicenceStanding standing(GroundSpec ground, int users) {
    return LicenceStanding.of(
        Optional.of(Ground.parse(ground)),
        new EndUserCount(users, 0),
        Version.parse("0.12.4"),
        TODAY);
  }
}

package io.innkeeper.branding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.innkeeper.advisor.Advice;
import io.innkeeper.advisor.AdviceRow;
import io.innkeeper.branding.licence.Ground;
import io.innkeeper.branding.picture.SamplePictures;
import io.innkeeper.caller.Role;
import io.innkeeper.client.BrandSpec;
import io.innkeeper.client.GroundSpec;
import io.innkeeper.doctor.BrandChecks;
import io.innkeeper.doctor.Finding;
import io.innkeeper.job.JobFilter;
import io.innkeeper.tenant.Tenant;
import io.innkeeper.testing.TestingClock;
import io.innkeeper.testing.TestingServer;
import io.innkeeper.testing.TestingVisitor;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A contract that ends while its look is shown. */
class LicenceWatchTest {
  private static final Ground CONTRACT =
      Ground.parse(
          new GroundSpec("enterprise", "2026-118", 2_500, null, LocalDate.of(2026, 12, 31)));

  @TempDir Path home;

  @Test
  void endedContractIsToldAndTheLookRestoredWhereTheSettingSaysSo() {
    TestingClock clock = new TestingClock(Instant.parse("2026-11-29T12:00:00Z"));
    String restore = "--innkeeper.branding.restore-upstream-look=true";
    try (TestingServer inn = TestingServer.at(clock, home, restore)) {
      Tenant tenant = inn.open(inn.organisation("Klinika"), "Klinika");
      BrandRoom room = inn.server().rooms().face().brands();
      room.record(tenant, CONTRACT, TestingServer.BY);
      String logo =
          room.brands()
              .keep(tenant, "disc.png", SamplePictures.disc(600), TestingServer.BY)
              .picture()
              .digest();
      Brand brand = BrandInput.parse(BrandSpec.logo(logo));
      inn.ended(room.brands().set(tenant, brand, TestingServer.BY).job().orElseThrow().id());
      assertThat(room.watch().look()).contains("holds");
      assertThat(room.views().of(tenant).lookApplied()).isTrue();

      clock.pass(Duration.ofDays(40));
      assertThat(BrandChecks.licences(room.watch()::looks).look())
          .extracting(Finding::what)
          .singleElement()
          .asString()
          .contains("ended on 2026-12-31");
      assertThat(inn.server().rooms().advisor().look().rows())
          .extracting(AdviceRow::advice)
          .filteredOn(advice -> advice.check().equals("upstream-licence"))
          .extracting(Advice::place, Advice::severity)
          .containsExactly(tuple("upstream-licence.klinika", Advice.Severity.HIGH));
      try (TestingVisitor viewer = TestingVisitor.named(inn.server(), "ewa", Role.VIEWER)) {
        assertThat(viewer.get("/").body())
            .contains("wears its own look", "ended on 2026-12-31", "See what mends it");
      }
      assertThat(room.watch().look()).contains("klinika", "doesn’t hold");
      inn.ended(
          inn.server()
              .rooms()
              .foundation()
              .jobs()
              .list(JobFilter.ALL, Optional.empty(), 1)
              .getFirst()
              .id());
      assertThat(room.views().of(tenant).lookApplied()).isFalse();
      assertThat(room.views().of(tenant).heldBecause()).contains("ended");
      assertThat(room.book().standing(tenant.id()).files()).isZero();
    }
  }
}

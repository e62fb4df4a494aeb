package io.innkeeper.infrastructure.expiry;

import static io.innkeeper.infrastructure.VcfHouse.BY;
import static io.innkeeper.infrastructure.VcfHouse.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.innkeeper.audit.AuditLine;
import io.innkeeper.client.EnvironmentChange;
import io.innkeeper.fault.Fault;
import io.innkeeper.infrastructure.Credential;
import io.innkeeper.infrastructure.Environment;
import io.innkeeper.infrastructure.EnvironmentInput;
import io.innkeeper.infrastructure.EnvironmentSpec;
import io.innkeeper.infrastructure.HostAddress;
import io.innkeeper.infrastructure.Lifetime;
import io.innkeeper.infrastructure.SourceKind;
import io.innkeeper.infrastructure.SourceSpec;
import io.innkeeper.infrastructure.Trust;
import io.innkeeper.infrastructure.VcfHouse;
import io.innkeeper.infrastructure.expiry.ExpiryCheck.State;
import io.innkeeper.job.Job;
import io.innkeeper.job.JobFilter;
import io.innkeeper.simulators.vcf.Certificates;
import io.innkeeper.simulators.vcf.Product;
import io.innkeeper.simulators.vcf.VcfSimulator;
import io.innkeeper.store.Database;
import io.innkeeper.store.StoreTest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** When passwords end, as an SDDC Manager says it. */
class ExpiryTest {
  private static final String LOOK = "POST /v1/credentials/expirations";

  @TempDir private Path home;
  private VcfHouse house;
  private ExpiryRoom room;

  @BeforeEach
  void open(Database database) {
    house = new VcfHouse(database, home);
    room = house.room().expiry();
  }

  @AfterEach
  void close() {
    assertThat(house.manager.violations()).isEmpty();
    house.close();
  }

  private Environment lab() throws InterruptedException {
    Environment one = house.environment("Lab", house.managerSpec());
    house.sync(one);
    return one;
  }

  private Job look(Environment one) throws InterruptedException {
    return house.ended(room.checks().order(one.id(), BY));
  }

  private Lifetime lifetime(Environment one, int number) {
    return house.numbered(one, number).lifetime();
  }

  @StoreTest
  void endsAreLookedUpKeptAndOutliveASync() throws InterruptedException {
    Environment one = lab();
    assertThat(lifetime(one, 1).expiresAt()).isEmpty();
    house.manager.expirations().take(3);
    house.manager.expirations().ends(id(1), "2026-01-05T00:00:00Z");
    house.manager.expirations().ends(id(2), "never");

    assertThat(look(one).state()).isEqualTo(Job.State.FINISHED);

    Instant end = Instant.parse("2026-01-05T00:00:00Z");
    assertThat(lifetime(one, 1).expiresAt()).contains(end);
    assertThat(lifetime(one, 1).expiryCheckedAt()).contains(house.clock.instant());
    assertThat(room.expiring().forecast(house.numbered(one, 1)))
        .isEqualTo(new Forecast(Band.WEEK, Optional.of(3L), true));
    assertThat(Band.of(lifetime(one, 2), house.clock.instant())).isEqualTo(Band.NEVER);
    assertThat(Band.of(lifetime(one, 8), house.clock.instant())).isEqualTo(Band.UNKNOWN);
    assertThat(room.checks().last(one.id()).state()).isEqualTo(State.SUCCESS);
    assertThat(house.manager.sessions()).isZero();
    assertThat(house.lines()).extracting(AuditLine::verb).contains("environment.expiry");

    // A list that says nothing about ends takes none away, but another password begins anew.
    house.manager.vault().forgetEnds();
    house.sync(one);
    assertThat(lifetime(one, 1).expiresAt()).contains(end);
    assertThat(Band.of(lifetime(one, 2), house.clock.instant())).isEqualTo(Band.NEVER);
    house.manager.vault().password(id(1), "Another-One-1!");
    house.sync(one);
    assertThat(Band.of(lifetime(one, 1), house.clock.instant())).isEqualTo(Band.UNKNOWN);
  }

  /** What is kept as counts is what the accounts say. */
  private void counted(Environment one) {
    Map<Band, Long> counts = new EnumMap<>(Band.class);
    Map<Instant, Long> ends = new HashMap<>();
    for (Credential each : room.expiring().list(ExpiryWish.ALL, 0, 1_000)) {
      counts.merge(Band.of(each.lifetime(), house.clock.instant()), 1L, Long::sum);
      each.lifetime()
          .expiresAt()
          .map(at -> Instant.ofEpochSecond(at.getEpochSecond() / 900 * 900))
          .ifPresent(at -> ends.merge(at, 1L, Long::sum));
    }
    ExpiryWish here =
        new ExpiryWish(
            Optional.of(one.id()),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());
    for (ExpiryWish wish : List.of(ExpiryWish.ALL, here)) {
      Map<Band, Long> told = new EnumMap<>(room.expiring().counts(wish));
      told.values().removeIf(many -> many == 0);
      assertThat(told).isEqualTo(counts);
      assertThat(room.expiring().ends(wish)).isEqualTo(ends);
    }
  }

  @StoreTest
  void whatIsKeptAsCountsIsWhatTheAccountsSay() throws InterruptedException {
    Environment one = lab();
    counted(one);
    house.manager.expirations().take(3);
    house.manager.expirations().ends(id(1), "2026-01-05T00:07:00Z");
    house.manager.expirations().ends(id(2), "never");
    look(one);
    counted(one);
    house.manager.vault().remove(id(3));
    house.sync(one);
    counted(one);
    house
        .room()
        .environments()
        .change(
            one.id(),
            new EnvironmentSpec("Lab", "", true, List.of()),
            Map.of(),
            house.room().environments().get(one.id()).version(),
            BY);
    counted(one);
    assertThat(room.expiring().count(ExpiryWish.ALL)).isZero();
  }

  @StoreTest
  void whatCannotBeLookedAtKeepsItsEnd() throws InterruptedException {
    Environment one = lab();
    Optional<Instant> before = lifetime(one, 3).expiresAt();
    assertThat(before).isPresent();
    house.manager.expirations().cannot(id(3), "The host does not answer.");
    house.manager.at(LOOK, "status=500", 1);

    assertThat(look(one).state()).isEqualTo(Job.State.FINISHED);

    ExpiryCheck check = room.checks().last(one.id());
    assertThat(check.state()).isEqualTo(State.PARTIAL);
    assertThat(check.asked()).isEqualTo(10);
    assertThat(check.told()).isBetween(1L, 8L);
    assertThat(lifetime(one, 3).expiresAt()).isEqualTo(before);
    house.manager.expirations().fail(true);
    look(one);
    assertThat(lifetime(one, 3).expiresAt()).isEqualTo(before);
    assertThat(house.running().log(latest().id(), 0).toString()).contains("The look failed.");
  }

  private void every(Environment one, @Nullable Integer minutes) {
    Environment now = house.room().environments().get(one.id());
    EnvironmentChange wanted =
        new EnvironmentChange(
            null,
            null,
            null,
            null,
            null,
            minutes == null ? List.of("expiryEveryMinutes") : null,
            minutes);
    EnvironmentInput.Given given = EnvironmentInput.changed(now, wanted);
    house.room().environments().change(one.id(), given.spec(), Map.of(), now.version(), BY);
  }

  @StoreTest
  void anEnvironmentHasARhythmOfItsOwn() throws InterruptedException {
    Environment one = lab();
    look(one);
    assertThat(room.checks().due()).isEmpty();
    every(one, 30);
    assertThat(room.checks().due()).as("a new rhythm begins now").isNotEmpty();
    house.ended(latest());
    assertThat(room.checks().last(one.id()).nextAt().orElseThrow())
        .isBetween(after(Duration.ofMinutes(30)), after(Duration.ofMinutes(34)));
    house.clock.pass(Duration.ofMinutes(34));
    assertThat(room.checks().due()).isNotEmpty();
    house.ended(latest());
    every(one, 0);
    assertThat(room.checks().due()).as("never by itself").isEmpty();
    look(one);
    assertThat(room.checks().last(one.id()).nextAt()).isEmpty();
    every(one, null);
    assertThat(room.checks().due()).as("as the house does").isNotEmpty();
    house.ended(latest());
    assertThat(room.checks().last(one.id()).nextAt().orElseThrow())
        .isAfter(after(Duration.ofHours(23)));
    assertThatThrownBy(() -> every(one, 4)).isInstanceOf(Fault.class).hasMessageContaining("1440");
  }

  private Job latest() {
    return house.running().list(JobFilter.ALL, Optional.empty(), 1).getFirst();
  }

  @StoreTest
  void askedTooOftenItComesBackWhenItMay() throws InterruptedException {
    Environment one = lab();
    house.manager.at(LOOK, "throttle=30", 1);
    assertThat(look(one).state()).as("soon is waited for").isEqualTo(Job.State.FINISHED);
    house.manager.forget();
    house.manager.always(LOOK, "throttle=900");

    assertThat(look(one).state()).isEqualTo(Job.State.TAKEN_BACK);

    assertThat(house.manager.asked().stream().filter(LOOK::equals)).as("not again").hasSize(1);
    ExpiryCheck check = room.checks().last(one.id());
    assertThat(check.problem().orElseThrow().code()).isEqualTo("vcf-throttled");
    assertThat(check.nextAt().orElseThrow())
        .isBetween(after(Duration.ofSeconds(900)), after(Duration.ofSeconds(1_000)));
    house.clock.pass(Duration.ofSeconds(899));
    assertThat(room.checks().due()).isEmpty();
  }

  private Instant after(Duration wait) {
    return house.clock.instant().plus(wait);
  }

  @StoreTest
  void oneEnvironmentThatFailsStopsNoOther() throws InterruptedException {
    VcfSimulator other =
        VcfSimulator.start(Product.MANAGER_9, Certificates.SELF_SIGNED, 0, house.clock);
    SourceSpec away =
        new SourceSpec(
            SourceKind.MANAGER,
            HostAddress.parse("host", "localhost", other.port()),
            VcfSimulator.USER,
            Trust.parse("trust", "pin", other.fingerprint()),
            true,
            60);
    Environment down = house.environment("Away", away);
    house.sync(down);
    Environment one = lab();
    other.close();

    assertThat(room.checks().due()).contains("2 environments");
    for (Job job : house.running().list(JobFilter.ACTIVE, Optional.empty(), 9)) house.ended(job);

    assertThat(room.checks().last(one.id()).state()).isEqualTo(State.SUCCESS);
    assertThat(room.checks().last(one.id()).nextAt().orElseThrow())
        .isAfterOrEqualTo(after(Duration.ofHours(24)));
    ExpiryCheck failed = room.checks().last(down.id());
    assertThat(failed.state()).isEqualTo(State.FAILED);
    assertThat(failed.nextAt().orElseThrow()).isBefore(after(Duration.ofHours(2)));
    assertThat(room.checks().due()).isEmpty();
    house.clock.pass(Duration.ofHours(25));
    assertThat(room.checks().due()).contains("2 environments");
    for (Job job : house.running().list(JobFilter.ACTIVE, Optional.empty(), 9)) house.ended(job);
  }

  @StoreTest
  void aRefusedPasswordIsNotTriedByTheSchedule() throws InterruptedException {
    Environment one = lab();
    house.manager.password("another");
    house.sync(one);
    house.clock.pass(Duration.ofDays(3));
    assertThat(room.checks().due()).isEmpty();
    house.manager.password(VcfSimulator.PASSWORD);
    house.sync(one);
    assertThat(room.checks().due()).contains("1 environments");
    house.ended(latest());
  }

  @StoreTest
  void aPasswordThatALookFoundRefusedIsNotTriedByTheScheduleEither() throws InterruptedException {
    Environment one = lab();
    house.manager.password("another");
    assertThat(look(one).state()).isEqualTo(Job.State.TAKEN_BACK);
    var standing = house.source(one.id(), SourceKind.MANAGER).standing();
    assertThat(standing.problem().orElseThrow().code()).isEqualTo("vcf-credentials");
    assertThat(standing.nextAt().orElseThrow())
        .isAfterOrEqualTo(house.clock.instant().plus(Duration.ofHours(1)));
    house.clock.pass(Duration.ofDays(3));
    assertThat(room.checks().due()).isEmpty();
  }

  @StoreTest
  void onlyWhatCanBeAskedIsAsked() {
    Environment one = house.environment("Old", house.installerSpec());
    assertThatThrownBy(() -> room.checks().order(one.id(), BY))
        .isInstanceOfSatisfying(Fault.class, e -> assertThat(e.code()).isEqualTo("no-manager"));
    assertThat(room.checks().due()).isEmpty();
  }
}

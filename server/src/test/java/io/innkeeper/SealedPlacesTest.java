package io.innkeeper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.innkeeper.audit.Verification;
import io.innkeeper.job.Job;
import io.innkeeper.job.JobSettings;
import io.innkeeper.job.Jobs;
import io.innkeeper.job.Step;
import io.innkeeper.sealing.DyingProgress;
import io.innkeeper.sealing.SealingRoom;
import io.innkeeper.secret.SealedPlace;
import io.innkeeper.secret.SealedPlace.Sealed;
import io.innkeeper.secret.SecretBox;
import io.innkeeper.store.Database;
import io.innkeeper.store.Ids;
import io.innkeeper.store.StoreTest;
import io.innkeeper.tenant.SeededTenants;
import io.innkeeper.testing.TestingClock;
import io.innkeeper.testing.TestingServer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealedPlacesTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("io.innkeeper");

  @TempDir Path home;
  private final TestingClock clock = new TestingClock(Instant.now());

  @Test
  void whoeverSealsTellsWhere() {
    Set<String> silent =
        CLASSES.stream()
            .filter(SealedPlacesTest::seals)
            .filter(one -> !one.isAssignableTo(SecretBox.class))
            .filter(one -> !tellsWhere(one))
            .map(JavaClass::getSimpleName)
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(silent).containsExactly("Resealing");
  }

  private static boolean seals(JavaClass one) {
    return one.getMethodCallsFromSelf().stream()
        .anyMatch(
            call ->
                call.getTargetOwner().isEquivalentTo(SecretBox.class)
                    && call.getName().equals("seal"));
  }

  private static boolean tellsWhere(JavaClass one) {
    return one.isAssignableTo(SealedPlace.class)
        || one.getMethods().stream().anyMatch(method -> method.getName().matches("sealedPlaces?"));
  }

  @StoreTest
  void everySealedColumnOfTheSchemaIsAKnownPlace(Database database) {
    FullHouse house = new FullHouse(database, home, clock);
    List<String> columns = database.read(SealedPlacesTest::columns);
    List<String> known = known(house);
    assertThat(known).doesNotHaveDuplicates();
    assertThat(columns).containsAll(known);
    assertThat(columns.stream().filter(one -> one.matches(".*\\.(seal|.*sealed).*")))
        .isNotEmpty()
        .isSubsetOf(known);
  }

  @StoreTest
  void whatRoomsSealStandsInKnownPlacesOnly(Database database) throws Exception {
    FullHouse house = new FullHouse(database, home, clock).fill();
    Set<String> found =
        database.read(
            handle ->
                columns(handle).stream()
                    .filter(column -> holdsSealed(handle, column))
                    .collect(Collectors.toCollection(TreeSet::new)));
    assertThat(found).containsExactlyInAnyOrderElementsOf(known(house));
    for (SealedPlace place : places(house))
      assertThat(rows(house, place))
          .as(place.name())
          .isNotEmpty()
          .allSatisfy(
              row -> assertThat(house.box.opened(row.text(), row.bound().getFirst())).isPresent());
  }

  @StoreTest
  void aFreshKeyReachesEveryRoomAndTheEarlierOneGoesOnceNothingNeedsIt(Database database)
      throws Exception {
    FullHouse house = new FullHouse(database, home, clock).fill();
    Map<String, String> before = opened(house);
    String first = house.box.keyId();
    SealingRoom room = rotated(house);

    assertThat(room.keys().earlier()).containsExactly(first);
    for (SealedPlace place : places(house))
      assertThat(rows(house, place)).as(place.name()).noneMatch(row -> house.box.stale(row.text()));
    assertThat(opened(house)).isEqualTo(before);
    assertThat(room.retire()).as("on the day itself").isEmpty();

    clock.pass(Duration.ofDays(1));
    assertThat(room.retire()).contains(first);

    assertThat(house.box.earlier()).isEmpty();
    assertThat(opened(house)).isEqualTo(before);
    assertThat(SecretBox.open(home.resolve("master.key")).earlier()).isEmpty();
    assertThat(house.audit.verify()).isInstanceOf(Verification.Whole.class);
    assertThat(room.retire()).as("once is enough").isEmpty();
  }

  @StoreTest
  void aKeyThatSomethingStillNeedsStays(Database database) throws Exception {
    FullHouse house = new FullHouse(database, home, clock).fill();
    // Moved to another name it opens no more; who finds out why needs the key it was sealed with.
    String moved = "update variables set name = 'MOVED' where layer = 'server'";
    assertThat(database.<Integer, RuntimeException>write(handle -> handle.execute(moved)))
        .isEqualTo(1);
    String first = house.box.keyId();
    SealingRoom room = rotated(house);
    clock.pass(Duration.ofDays(1));

    assertThat(room.retire()).contains("do not open");
    assertThat(room.keys().earlier()).containsExactly(first);

    String back = "update variables set name = 'TAVILY_API_KEY' where name = 'MOVED'";
    database.change(handle -> handle.execute(back));
    assertThat(room.retire()).contains(first);
    assertThat(room.keys().earlier()).isEmpty();
  }

  @StoreTest
  void aStoreFromFormerDaysOpensWithTheFileThatWasKept(Database database) throws Exception {
    FullHouse house = new FullHouse(database, home, clock).fill();
    SealedPlace place = places(house).getFirst();
    Sealed former = rows(house, place).getFirst();
    String first = house.box.keyId();
    SealingRoom room = rotated(house);
    clock.pass(Duration.ofDays(1));
    room.retire();
    assertThatThrownBy(() -> house.box.unseal(former.text(), former.bound().getFirst()))
        .hasMessageContaining("another key");

    Path kept = home.resolve("master.key-" + first);
    assertThat(Files.getPosixFilePermissions(kept)).hasSize(2);
    Files.move(kept, home.resolve("master.key"), StandardCopyOption.REPLACE_EXISTING);

    SecretBox then = SecretBox.open(home.resolve("master.key"));
    assertThat(then.opened(former.text(), former.bound().getFirst())).isPresent();
    Sealed now = rows(house, place).getFirst();
    assertThat(then.opened(now.text(), now.bound().getFirst())).isPresent();
  }

  /** A rotation that is killed in each of its steps, and goes on in another process. */
  private SealingRoom rotated(FullHouse house) throws Exception {
    try (Jobs jobs = jobs(house)) {
      SealingRoom room = room(house, house.box, jobs);
      jobs.register(room.works());
      Job job = room.rotation().order(TestingServer.BY);
      Map<String, String> facts = new HashMap<>();
      int count = room.rotation().steps(job).size();
      for (int at = 0; at < count; at++) {
        for (int left = 0; left < 3; left++) {
          SecretBox anew = SecretBox.open(home.resolve("master.key"));
          Step step = room(house, anew, jobs).rotation().steps(job).get(at);
          try {
            step.act().run(new DyingProgress(facts, left));
          } catch (InterruptedException killed) {
            continue;
          }
        }
        room.rotation().steps(job).get(at).act().run(new DyingProgress(facts, 999));
      }
      return room;
    }
  }

  private static Jobs jobs(FullHouse house) {
    JobSettings settings = new JobSettings(1, Duration.ofDays(1));
    return new Jobs(house.database, new Ids(house.clock), house.clock, settings, house.audit);
  }

  private static SealingRoom room(FullHouse house, SecretBox box, Jobs jobs) {
    return new SealingRoom(
        new SealingRoom.Needs(house.database, box, house.audit, jobs, house.clock), places(house));
  }

  private static List<SealedPlace> places(FullHouse house) {
    return StoredSecrets.of(SeededTenants.sealedPlaces(house.box, house.host()));
  }

  private static List<String> known(FullHouse house) {
    return places(house).stream()
        .map(SealedPlace::where)
        .filter(where -> !where.startsWith("file "))
        .toList();
  }

  private static List<Sealed> rows(FullHouse house, SealedPlace place) {
    // One at a time, so that a list that skips or repeats shows.
    return house.database.read(
        handle -> {
          Stream.Builder<Sealed> all = Stream.builder();
          Optional<Sealed> last = Optional.empty();
          List<Sealed> part = place.next(handle, last, 1);
          while (!part.isEmpty()) {
            all.add(part.getFirst());
            last = Optional.of(part.getFirst());
            part = place.next(handle, last, 1);
          }
          return all.build().toList();
        });
  }

  /** Everything as its rooms' places open it; the audit's end moves with every line. */
  private static Map<String, String> opened(FullHouse house) {
    Map<String, String> all = new HashMap<>();
    for (SealedPlace place : places(house))
      if (!place.where().startsWith("audit_"))
        for (Sealed row : rows(house, place))
          all.put(
              place.where() + row.key(),
              house.box.unseal(row.text(), row.bound().getFirst()).unwrap());
    return all;
  }

  private static List<String> columns(Handle handle) {
    List<String> all = new ArrayList<>();
    try {
      Connection connection = handle.getConnection();
      DatabaseMetaData schema = connection.getMetaData();
      String[] tables = {"TABLE"};
      try (ResultSet table = schema.getTables(null, connection.getSchema(), "%", tables)) {
        while (table.next()) {
          String name = table.getString("TABLE_NAME");
          try (ResultSet row = schema.getColumns(null, connection.getSchema(), name, "%")) {
            while (row.next()) all.add(name + "." + row.getString("COLUMN_NAME"));
          }
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
    return all;
  }

  private static boolean holdsSealed(Handle handle, String column) {
    String[] name = column.split("\\.");
    String text = "select cast(%s as text) from %s where %s is not null";
    return handle
        .createQuery(text.formatted(name[1], name[0], name[1]))
        .mapTo(String.class)
        .stream()
        .map(SecretBox::keyOf)
        .flatMap(Optional::stream)
        .anyMatch(key -> key.length() > 5);
  }
}

package io.innkeeper.infrastructure.rotation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.innkeeper.caller.Actor;
import io.innkeeper.caller.Principal;
import io.innkeeper.caller.Role;
import io.innkeeper.client.CredentialChangeRequest;
import io.innkeeper.infrastructure.Credential;
import io.innkeeper.infrastructure.Environment;
import io.innkeeper.infrastructure.VcfHouse;
import io.innkeeper.infrastructure.reading.Reading;
import io.innkeeper.infrastructure.reading.ReadingRoom;
import io.innkeeper.infrastructure.reading.ReadingSettings;
import io.innkeeper.infrastructure.room.InfrastructureRoom;
import io.innkeeper.job.Job;
import io.innkeeper.job.Jobs;
import io.innkeeper.job.Work;
import io.innkeeper.simulators.vcf.Product;
import io.innkeeper.store.Database;
import io.innkeeper.store.Ids;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A house whose SDDC Manager changes passwords, with nobody waiting between two looks. */
final class RotationHouse implements AutoCloseable {
  static final Principal ADMIN = somebody("marta", Role.ADMIN);

  final VcfHouse vcf;
  private final Path home;
  private final boolean demandReason;
  private @Nullable RotationRoom room;
  private @Nullable ReadingRoom reading;

  RotationHouse(Database database, Path home, boolean demandReason) {
    this.home = home;
    this.demandReason = demandReason;
    vcf = new VcfHouse(database, home, Product.MANAGER_9, this::works);
  }

  private List<Work> works(VcfHouse house, InfrastructureRoom infrastructure, Jobs jobs) {
    Reading.Ground ground =
        new Reading.Ground(
            house.database, house.box, house.audit, new Ids(house.clock), house.clock);
    ReadingRoom readingRoom =
        new ReadingRoom(
            ground,
            infrastructure.environments(),
            new ReadingSettings(demandReason, Optional.empty()),
            home,
            jobs);
    RotationRoom made =
        new RotationRoom(
            new RotationRoom.Needs(ground, infrastructure, readingRoom, jobs), length -> {});
    reading = readingRoom;
    room = made;
    return made.works();
  }

  static Principal somebody(String name, Role role) {
    UUID id = UUID.nameUUIDFromBytes(name.getBytes(UTF_8));
    return new Principal(Actor.Kind.OPERATOR, id, name, role, Optional.empty(), false);
  }

  Changes changes() {
    return requireNonNull(room).changes();
  }

  ReadingRoom reading() {
    return requireNonNull(reading);
  }

  /** An environment of which everything has been read. */
  Environment lab() throws InterruptedException {
    Environment one = vcf.environment("Lab", vcf.managerSpec());
    vcf.sync(one);
    vcf.manager.forget();
    return one;
  }

  /** An order as it is typed. */
  static Wish wish(Verb verb, @Nullable String password, @Nullable Integer days, Credential... of) {
    List<UUID> ids = Arrays.stream(of).map(Credential::id).toList();
    return Wish.of(new CredentialChangeRequest(verb.word(), ids, password, days, "ticket 4312"));
  }

  Job order(Environment one, Wish wish) {
    return changes().order(one, wish, ADMIN, actor());
  }

  /** Orders it and waits for its end. */
  Job done(Environment one, Wish wish) throws InterruptedException {
    return vcf.ended(order(one, wish));
  }

  Job act(Change change, Act act, String typed) throws InterruptedException {
    return vcf.ended(changes().act(change.id(), act, typed, ADMIN, actor()));
  }

  /** The latest order. */
  Change last(Environment one) {
    return changes().list(one.id(), Optional.empty(), 1).getFirst();
  }

  /** How often a question was asked. */
  long asked(String line) {
    return vcf.manager.asked().stream().filter(line::equals).count();
  }

  static Actor actor() {
    return ADMIN.actor("192.0.2.7", "r-1");
  }

  @Override
  public void close() {
    vcf.close();
  }
}

package io.innkeeper.infrastructure.rotation;

import static io.innkeeper.infrastructure.VcfHouse.id;
import static io.innkeeper.infrastructure.rotation.RotationHouse.wish;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import io.innkeeper.audit.AuditLine;
import io.innkeeper.caller.Principal;
import io.innkeeper.caller.Role;
import io.innkeeper.fault.Fault;
import io.innkeeper.infrastructure.Credential;
import io.innkeeper.infrastructure.CredentialValue;
import io.innkeeper.infrastructure.Environment;
import io.innkeeper.infrastructure.EnvironmentSpec;
import io.innkeeper.infrastructure.SourceKind;
import io.innkeeper.infrastructure.SourceSpec;
import io.innkeeper.infrastructure.VcfHouse;
import io.innkeeper.infrastructure.reading.Right;
import io.innkeeper.infrastructure.reading.Rights;
import io.innkeeper.infrastructure.rotation.Change.Outcome;
import io.innkeeper.infrastructure.rotation.Change.State;
import io.innkeeper.job.Job;
import io.innkeeper.secret.Secret;
import io.innkeeper.store.Database;
import io.innkeeper.store.StoreTest;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Passwords changed through a stand-in for SDDC Manager, on both stores. */
class RotationTest {
  private static final String ORDER = "PATCH /v1/credentials";
  private static final String TYPED = "Brand!New7Key#x";

  @TempDir private Path home;
  private RotationHouse house;
  private Environment lab;

  @BeforeEach
  void open(Database database) throws InterruptedException {
    house = new RotationHouse(database, home, true);
    lab = house.lab();
  }

  @AfterEach
  void close() {
    house.close();
    assertThat(house.vcf.manager.violations()).isEmpty();
  }

  private Credential numbered(int number) {
    return house.vcf.numbered(lab, number);
  }

  private String now(int number) {
    return house.vcf.passwords(numbered(number)).getFirst();
  }

  private List<Outcome> outcomes() {
    return house.last(lab).parts().stream().map(Change.Part::outcome).toList();
  }

  @StoreTest
  void rotatedPasswordsAreKeptComparedAndToldToNobody() throws InterruptedException {
    String before = now(3);
    house.vcf.clock.pass(Duration.ofHours(1));

    Job job = house.done(lab, wish(Verb.ROTATE, null, null, numbered(3), numbered(9)));

    assertThat(job.state()).isEqualTo(Job.State.FINISHED);
    assertThat(house.vcf.passwords(numbered(3)))
        .containsExactly(house.vcf.manager.vault().password(id(3)), before);
    assertThat(now(9)).isEqualTo(house.vcf.manager.vault().password(id(9)));
    CredentialValue fresh = house.vcf.history(numbered(3)).getFirst();
    assertThat(fresh.origin()).isEqualTo(CredentialValue.Origin.ROTATION);
    assertThat(fresh.from()).isEqualTo("marta");
    assertThat(numbered(3).verifiedAt()).contains(house.vcf.clock.instant());
    Change change = house.last(lab);
    assertThat(change.state()).isEqualTo(State.DONE);
    assertThat(change.task()).isPresent();
    assertThat(outcomes()).containsOnly(Outcome.CHANGED);
    assertThat(house.vcf.credentials(lab).values()).allMatch(one -> one.missingSince().isEmpty());
    List<AuditLine> lines = house.vcf.lines();
    assertThat(lines)
        .anySatisfy(
            line -> {
              assertThat(line.verb()).isEqualTo("credential.rotate");
              assertThat(line.subject()).contains("root on m01-vc01.lab.example (SSH)");
              assertThat(line.note()).contains("Lab", "ticket 4312");
            });
    assertThat(house.vcf.running().log(job.id(), 0).toString() + job + lines + change)
        .doesNotContain(now(3), before);
  }

  @StoreTest
  void aTypedPasswordIsSealedUntilItIsSetAndThenForgotten(Database database)
      throws InterruptedException {
    house.vcf.manager.tasks().failNext("vCenter does not answer.");
    Job failed = house.done(lab, wish(Verb.UPDATE, TYPED, null, numbered(3)));
    assertThat(failed.state()).isEqualTo(Job.State.FAILED);
    assertThat(failed.failure().orElse("")).contains("vCenter does not answer.", "Q9ZT7B");
    String sealed = sealed(database);
    assertThat(sealed).isNotEmpty();
    assertThat(sealed + failed.input() + failed.memory()).doesNotContain(TYPED);

    Job retried = house.act(house.last(lab), Act.RETRY, "");

    assertThat(retried.state()).isEqualTo(Job.State.FINISHED);
    assertThat(now(3)).isEqualTo(TYPED).isEqualTo(house.vcf.manager.vault().password(id(3)));
    assertThat(sealed(database)).isEmpty();
    assertThat(house.vcf.lines().toString()).doesNotContain(TYPED);
  }

  @StoreTest
  void aTypedPasswordThatIsQuotedBackIsToldToNobody(Database database) throws InterruptedException {
    house.vcf.manager.at(ORDER, "echo", 1);
    Job refused = house.done(lab, wish(Verb.UPDATE, TYPED, null, numbered(3)));
    assertThat(refused.failure().orElse("")).contains("Can't read", "[redacted]");

    String wrong = "The word " + TYPED + " is in a dictionary. " + "x".repeat(250) + TYPED;
    house.vcf.manager.tasks().failNext(wrong);
    Job failed = house.done(lab, wish(Verb.UPDATE, TYPED, null, numbered(3)));
    assertThat(failed.failure().orElse("")).contains("The word [redacted] is in a dictionary");
    house.vcf.manager.tasks().failNext("Not Other!New8Key#y either.");
    Job again = house.act(house.last(lab), Act.RETRY, "Other!New8Key#y");
    house.vcf.manager.at("PATCH /v1/credentials/tasks", "echo", 1);
    Job third = house.act(house.last(lab), Act.RETRY, "");

    StringBuilder told = new StringBuilder();
    for (Job job : List.of(refused, failed, again, third))
      told.append(job).append(house.vcf.running().log(job.id(), 0));
    told.append(house.changes().list(lab.id(), Optional.empty(), 9)).append(house.vcf.lines());
    String rows = database.read(RotationTest::rows);
    told.append(rows);
    assertThat(told.toString()).doesNotContain("Brand!New7", "Other!New8");
  }

  private static String rows(org.jdbi.v3.core.Handle handle) {
    return handle.createQuery("select * from credential_change_accounts").mapToMap().list()
        + handle.createQuery("select * from credential_changes").mapToMap().list().toString();
  }

  private static String sealed(Database database) {
    return database
        .read(
            handle ->
                handle
                    .createQuery(
                        "select sealed from credential_change_accounts where sealed is not null")
                    .mapTo(String.class)
                    .list())
        .toString()
        .replace("[]", "");
  }

  @StoreTest
  void whatHoldsAtTheProductIsToldAndHowOftenItRotatesIsSet() throws InterruptedException {
    assertThat(house.done(lab, wish(Verb.REMEDIATE, "as it is", null, numbered(6))).state())
        .isEqualTo(Job.State.FINISHED);
    assertThat(now(6)).isEqualTo("as it is");

    Wish often = wish(Verb.AUTO_ROTATE, null, 45, numbered(6), numbered(7));
    assertThat(house.done(lab, often).state()).isEqualTo(Job.State.FINISHED);
    assertThat(numbered(6).lifetime().rotationDays()).contains(45);
    assertThat(numbered(7).lifetime().nextRotationAt()).isPresent();
    assertThat(house.vcf.passwords(numbered(7))).hasSize(1);

    Wish never = wish(Verb.AUTO_ROTATE, null, 0, numbered(6));
    assertThat(house.done(lab, never).state()).isEqualTo(Job.State.FINISHED);
    assertThat(numbered(6).lifetime().rotationDays()).isEmpty();
  }

  @StoreTest
  void whatATaskDidBeforeItFailedIsKeptAndARetryDoesTheRest() throws InterruptedException {
    String before = now(3);
    house.vcf.manager.tasks().failNextAt("m01-vc01.lab.example", "Entity is locked.");

    Job half = house.done(lab, wish(Verb.ROTATE, null, null, numbered(3), numbered(9)));

    assertThat(half.state()).isEqualTo(Job.State.FAILED);
    assertThat(half.failure().orElse("")).contains("root on m01-vc01.lab.example", "is locked");
    assertThat(house.last(lab).failed()).isTrue();
    assertThat(outcomes()).containsExactly(Outcome.FAILED, Outcome.CHANGED);
    assertThat(now(3)).isEqualTo(before);
    String ninth = now(9);
    assertThat(ninth).isEqualTo(house.vcf.manager.vault().password(id(9)));

    assertThat(house.act(house.last(lab), Act.RETRY, "").state()).isEqualTo(Job.State.FINISHED);
    assertThat(outcomes()).containsOnly(Outcome.CHANGED);
    assertThat(now(3)).isEqualTo(house.vcf.manager.vault().password(id(3))).isNotEqualTo(before);
    assertThat(now(9)).isEqualTo(ninth);
  }

  @StoreTest
  void aFailedTaskBlocksUntilItIsCancelled() throws InterruptedException {
    house.vcf.manager.tasks().failNext("Prevalidation failed.");
    house.done(lab, wish(Verb.ROTATE, null, null, numbered(3)));
    Change failed = house.last(lab);

    Job blocked = house.done(lab, wish(Verb.ROTATE, null, null, numbered(9)));
    assertThat(blocked.state()).isEqualTo(Job.State.TAKEN_BACK);
    assertThat(house.last(lab).state()).isEqualTo(State.REFUSED);
    assertThat(house.last(lab).problem().orElseThrow().said()).contains("or has failed");

    assertThat(house.act(failed, Act.CANCEL, "").state()).isEqualTo(Job.State.FINISHED);
    assertThat(house.changes().get(failed.id()).state()).isEqualTo(State.CANCELLED);
    assertThatThrownBy(() -> house.act(failed, Act.RETRY, "")).hasMessageContaining("cancelled");
    assertThat(house.done(lab, wish(Verb.ROTATE, null, null, numbered(9))).state())
        .isEqualTo(Job.State.FINISHED);
  }

  @StoreTest
  void throttlingIsWaitedOutAndATokenThatEndsIsRenewed() throws InterruptedException {
    house.vcf.manager.at(ORDER, "throttle", 2);
    house.vcf.manager.at("GET /v1/credentials/tasks/", "throttle", 1);
    house.vcf.manager.at("GET /v1/credentials/tasks/", "expire", 1);
    house.vcf.manager.at("GET /v1/credentials/tasks/", "status=503", 2);
    house.vcf.manager.tasks().take(4);

    Job job = house.done(lab, wish(Verb.ROTATE, null, null, numbered(3)));

    assertThat(job.state()).isEqualTo(Job.State.FINISHED);
    assertThat(house.asked(ORDER)).isEqualTo(3);
    assertThat(house.vcf.manager.sessions()).isZero();
    assertThat(house.vcf.passwords(numbered(3))).hasSize(2);
  }

  @StoreTest
  void killedAtEveryStepItFollowsTheSameTask() throws Exception {
    int rounds = 0;
    for (String place :
        List.of(
            "GET /v1/credentials/tasks",
            ORDER,
            "GET /v1/credentials/tasks/",
            "GET /v1/credentials/1",
            "DELETE /v1/tokens")) {
      house.vcf.manager.forget();
      house.vcf.manager.at(place, "late=1200", 1);
      Job job = house.order(lab, wish(Verb.ROTATE, null, null, numbered(3)));
      await().until(() -> house.vcf.manager.asked().stream().anyMatch(it -> it.startsWith(place)));
      house.vcf.restart();
      assertThat(house.vcf.ended(job).state()).as(place).isEqualTo(Job.State.FINISHED);
      assertThat(house.asked(ORDER)).as(place).isOne();
      assertThat(house.vcf.passwords(numbered(3))).as(place).hasSize(1 + ++rounds);
      assertThat(now(3)).isEqualTo(house.vcf.manager.vault().password(id(3)));
    }
  }

  @StoreTest
  void anOrderOfWhichNobodyKnowsWhetherItArrivedIsLookedUpAndNeverSentAgain()
      throws InterruptedException {
    house.vcf.manager.at(ORDER, "cut", 1);
    assertThat(house.done(lab, wish(Verb.ROTATE, null, null, numbered(3))).state())
        .isEqualTo(Job.State.FINISHED);
    assertThat(house.asked(ORDER)).isOne();
    assertThat(house.vcf.passwords(numbered(3))).hasSize(2);

    house.vcf.manager.forget();
    house.vcf.manager.at(ORDER, "status=500", 1);
    Job lost = house.done(lab, wish(Verb.ROTATE, null, null, numbered(3)));
    assertThat(lost.state()).isEqualTo(Job.State.FAILED);
    assertThat(lost.failure().orElse("")).contains("none of its tasks is this order");
    assertThat(house.last(lab).state()).isEqualTo(State.UNKNOWN);
    assertThat(house.act(house.last(lab), Act.FOLLOW, "").state()).isEqualTo(Job.State.FAILED);
    assertThat(house.asked(ORDER)).isOne();
    assertThat(house.vcf.passwords(numbered(3))).hasSize(2);
  }

  @StoreTest
  void aCancelledJobSaysThatTheTaskGoesOnAndItCanBeFollowed() throws InterruptedException {
    house.vcf.manager.tasks().take(1_000_000);
    house.vcf.manager.always("GET /v1/credentials/tasks/", "slow=20");
    Job job = house.order(lab, wish(Verb.ROTATE, null, null, numbered(3)));
    await().until(() -> house.last(lab).task().isPresent());

    Environment other = house.vcf.environment("Other", house.vcf.managerSpec());
    house.vcf.sync(other);
    Credential same = house.vcf.numbered(other, 9);
    Job busy = house.vcf.ended(house.order(other, wish(Verb.ROTATE, null, null, same)));
    assertThat(busy.failure().orElse("")).contains("another password task");
    assertThat(house.asked(ORDER)).isOne();

    house.vcf.running().cancel(job.id(), RotationHouse.actor());
    assertThat(house.vcf.ended(job).failure().orElse("")).contains("can't take back task");
    assertThat(house.last(lab).state()).isEqualTo(State.RUNNING);
    house.vcf.manager.tasks().finish();
    assertThat(house.act(house.last(lab), Act.FOLLOW, "").state()).isEqualTo(Job.State.FINISHED);
    assertThat(now(3)).isEqualTo(house.vcf.manager.vault().password(id(3)));
  }

  @StoreTest
  void anOrderWhoseJobIsCancelledWhileItWaitsIsCancelledAtOnce(Database database) {
    house.vcf.stop();
    Job job = house.order(lab, wish(Verb.UPDATE, TYPED, null, numbered(3)));
    assertThat(house.last(lab).state()).isEqualTo(State.ORDERED);
    assertThat(sealed(database)).isNotEmpty();

    house.vcf.running().cancel(job.id(), RotationHouse.actor());

    assertThat(house.last(lab).state()).isEqualTo(State.CANCELLED);
    assertThat(house.last(lab).endedAt()).isPresent();
    assertThat(sealed(database)).as("what was typed").isEmpty();
    assertThat(house.vcf.lines().stream().limit(2).map(AuditLine::verb))
        .containsExactly("job.cancel", "credential.order-cancel");
    assertThat(house.vcf.lines().get(1).actor().name()).isEqualTo("marta");
    assertThat(house.asked(ORDER)).isZero();
  }

  @StoreTest
  void anOrderWhoseJobIsCancelledWhileItLooksIsCancelledToo() throws InterruptedException {
    house.vcf.manager.at("GET /v1/credentials/tasks", "slow=60000", 1);
    Job job = house.order(lab, wish(Verb.ROTATE, null, null, numbered(3)));
    await().until(() -> house.asked("GET /v1/credentials/tasks") == 1);

    house.vcf.running().cancel(job.id(), RotationHouse.actor());

    assertThat(house.vcf.ended(job).state()).isEqualTo(Job.State.CANCELLED);
    assertThat(house.last(lab).state()).isEqualTo(State.CANCELLED);
    assertThat(house.asked(ORDER)).isZero();
  }

  @StoreTest
  void whoMayNotAndWhatCanNotBeChangesNothing() throws InterruptedException {
    Wish rotate = wish(Verb.ROTATE, null, null, numbered(3));
    Principal jan = RotationHouse.somebody("jan", Role.OPERATOR);
    assertThat(refusal(() -> house.changes().order(lab, rotate, jan, RotationHouse.actor())))
        .isEqualTo("credential-right");
    assertThat(house.vcf.lines().getFirst().result()).isEqualTo("refused");
    Wish silent =
        new Wish(Verb.ROTATE, rotate.credentials(), Optional.empty(), Optional.empty(), "");
    assertThat(refusal(() -> house.order(lab, silent))).isEqualTo("reason-missing");
    Wish service = wish(Verb.UPDATE, TYPED, null, numbered(2));
    Fault refused = catchThrowableOfType(Fault.class, () -> house.order(lab, service));
    assertThat(refused.said()).contains("svc-vcf-m01-esx01", "service account");
    Wish both = wish(Verb.UPDATE, TYPED, null, numbered(3), numbered(6));
    assertThat(refusal(() -> house.order(lab, both))).isEqualTo("credentials-refused");
    house.vcf.manager.tokensAllow("CREDENTIAL_READ");
    assertThat(house.done(lab, rotate).failure().orElse("")).contains("may not change");

    assertThat(house.asked(ORDER)).isZero();
    house.vcf.manager.tokensAllow("CREDENTIAL_READ", "CREDENTIAL_WRITE");
    house
        .reading()
        .rights()
        .give(
            new Rights.Holder(jan.id(), "jan"),
            Optional.of(lab.id()),
            List.of(Right.CHANGE),
            RotationHouse.actor());
    Job job = house.changes().order(lab, rotate, jan, RotationHouse.actor());
    assertThat(house.vcf.ended(job).state()).isEqualTo(Job.State.FINISHED);
  }

  @StoreTest
  void anEnvironmentIsNotRemovedWhileNobodyKnowsHowAnOrderEnds() throws InterruptedException {
    house.vcf.manager.at(ORDER, "status=500", 1);
    house.done(lab, wish(Verb.ROTATE, null, null, numbered(3)));
    assertThat(house.last(lab).state()).isEqualTo(State.UNKNOWN);

    assertThat(refusal(() -> house.vcf.room().environments().remove(lab.id(), VcfHouse.BY)))
        .isEqualTo("environment-busy");
    house.vcf.clock.pass(Duration.ofHours(25));
    house.vcf.room().environments().remove(lab.id(), VcfHouse.BY);
    assertThat(refusal(() -> house.act(house.last(lab), Act.FOLLOW, "")))
        .isEqualTo("environment-removed");
  }

  @StoreTest
  void whomInnkeeperSignsInAsIsNotChanged() {
    SourceSpec before = house.vcf.managerSpec();
    SourceSpec own =
        new SourceSpec(
            before.kind(),
            before.at(),
            "VSPHERE.LOCAL\\Administrator",
            before.trust(),
            true,
            before.everyMinutes());
    EnvironmentSpec spec = new EnvironmentSpec("Lab", "", false, List.of(own));
    Map<SourceKind, Secret> passwords = Map.of(own.kind(), Secret.of("whatever"));
    Environment one =
        house.vcf.room().environments().change(lab.id(), spec, passwords, 1, VcfHouse.BY);

    for (Wish wish :
        List.of(
            wish(Verb.ROTATE, null, null, numbered(3), numbered(4)),
            wish(Verb.UPDATE, TYPED, null, numbered(4)),
            wish(Verb.AUTO_ROTATE, null, 45, numbered(4)))) {
      Fault refused = catchThrowableOfType(Fault.class, () -> house.order(one, wish));
      assertThat(refused.said())
          .contains("administrator@vsphere.local", "signs in with this one; use another account");
    }
    assertThat(house.changes().count(one.id())).isZero();
    for (Wish wish :
        List.of(
            wish(Verb.REMEDIATE, "as it is", null, numbered(4)),
            wish(Verb.AUTO_ROTATE, null, 0, numbered(4)),
            wish(Verb.ROTATE, null, null, numbered(3))))
      assertThat(house.changes().preview(one, wish).chosen())
          .allMatch(each -> each.refused().isEmpty());
  }

  private static String refusal(org.assertj.core.api.ThrowableAssert.ThrowingCallable deed) {
    return catchThrowableOfType(Fault.class, deed).code();
  }
}

package io.innkeeper.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.innkeeper.caller.Actor;
import io.innkeeper.secret.Secret;
import io.innkeeper.secret.SecretBox;
import io.innkeeper.store.Database;
import io.innkeeper.store.StoreTest;
import io.innkeeper.testing.TestingClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class AuditTrailTest {
  private static final Actor ANNA =
      new Actor(Actor.Kind.OPERATOR, Optional.of(new UUID(7, 7)), "anna", "192.0.2.7", "req-1");

  @TempDir Path home;
  private final TestingClock clock = new TestingClock();
  private Database database;
  private AuditTrail trail;

  @BeforeEach
  void open(Database store) {
    database = store;
    trail = new AuditTrail(store, SecretBox.open(home.resolve("master.key")), clock);
  }

  @StoreTest
  void auditChainBreaksWhenEdited() {
    assertBreaks("update audit_lines set note = 'nothing' where seq = 3", 3);
    assertBreaks("update audit_lines set actor_name = 'jan' where seq = 1", 1);
    assertBreaks("update audit_lines set at = at + 1 where seq = 5", 5);
  }

  @StoreTest
  void auditChainBreaksWhenALineIsDeleted() {
    assertBreaks("delete from audit_lines where seq = 2", 2);
    assertBreaks("delete from audit_lines where seq = 1", 1);
  }

  @StoreTest
  void auditChainBreaksWhenALineIsInserted() {
    assertBreaks(
        """
        insert into audit_lines select 6, at, actor_kind, actor_id, actor_name, address, request_id,
          verb, subject, before_values, after_values, result, note, previous_hash, hash
        from audit_lines where seq = 5
        """,
        6);
  }

  @StoreTest
  void auditChainBreaksWhenLinesChangePlaces() {
    write(5);
    run("update audit_lines set seq = -2 where seq = 2");
    run("update audit_lines set seq = 2 where seq = 3");
    run("update audit_lines set seq = 3 where seq = -2");
    assertThat(trail.verify())
        .isInstanceOfSatisfying(Verification.Broken.class, b -> assertThat(b.line()).isEqualTo(2));
  }

  @StoreTest
  void auditChainBreaksWhenItsEndIsCutOff() {
    assertBreaks("delete from audit_lines where seq > 3", 4);
    assertBreaks("delete from audit_lines", 1);
  }

  @StoreTest
  void aHeadCutToFitDoesNotCarryTheSeal() {
    write(5);
    run("delete from audit_lines where seq > 3");
    run("update audit_head set lines = 3, hash = (select hash from audit_lines where seq = 3)");
    assertThat(trail.verify()).isInstanceOf(Verification.Broken.class);
  }

  @StoreTest
  void tamperingIsNotPaperedOverByLaterLines() {
    write(5);
    run("delete from audit_lines where seq > 3");
    write(2);
    assertThat(trail.verify())
        .isInstanceOfSatisfying(Verification.Broken.class, b -> assertThat(b.line()).isEqualTo(4));
    assertThat(trail.lines(AuditFilter.ALL, Optional.empty(), 9))
        .extracting(AuditLine::verb)
        .containsExactly(
            "tenant.stop",
            "tenant.stop",
            "audit.broken",
            "tenant.stop",
            "tenant.stop",
            "tenant.stop");
  }

  @StoreTest
  void anOlderCopyPutBackFailsTheReceipt() {
    write(5);
    Verification.Whole receipt = (Verification.Whole) trail.verify();
    String seal =
        database.read(h -> h.createQuery("select seal from audit_head").mapTo(String.class).one());
    write(2);
    assertThat(trail.verify(receipt)).isInstanceOf(Verification.Whole.class);
    Verification.Whole later = (Verification.Whole) trail.verify();
    run("delete from audit_lines where seq > 5");
    run("update audit_head set lines = 5, hash = '" + receipt.hash() + "', seal = '" + seal + "'");
    assertThat(trail.verify()).isEqualTo(receipt);
    assertThat(trail.verify(later)).isInstanceOf(Verification.Broken.class);
  }

  @StoreTest
  void theChainHoldsUnderManyWriters() throws InterruptedException {
    try (ExecutorService writers = Executors.newFixedThreadPool(8)) {
      for (int i = 0; i < 80; i++) writers.execute(() -> write(1));
    }
    assertThat(trail.verify())
        .isInstanceOfSatisfying(
            Verification.Whole.class, whole -> assertThat(whole.lines()).isEqualTo(80));
  }

  @StoreTest
  void whatCanNotBeAuditedDoesNotHappen() {
    run("create table deeds (name text)");
    run("drop table audit_head");
    assertThatThrownBy(
            () ->
                database.change(
                    handle -> {
                      handle.execute("insert into deeds values ('done')");
                      trail.record(handle, AuditEvent.done(ANNA, "deed.do", "deed"));
                    }))
        .isNotNull();
    assertThat(
            database.<Integer, RuntimeException>read(
                h -> h.createQuery("select count(*) from deeds").mapTo(Integer.class).one()))
        .isZero();
  }

  @StoreTest
  void secretsAreNeverWritten() {
    Map<String, Object> before =
        Map.of("memory", 1, "apiKey", "sk-old", "mustChangePassword", true);
    Map<String, Object> after =
        Map.of(
            "memory",
            2,
            "apiKey",
            "sk-new",
            "mustChangePassword",
            false,
            "pair",
            Secret.of("hidden"),
            "env",
            Map.of("OPENAI_API_KEYS", "sk-deep", "PORT", "80"));
    trail.refuse(AuditEvent.done(ANNA, "tenant.update", "tenant brzoza").changing(before, after));
    AuditLine line = newest();
    assertThat(line.before() + line.after())
        .doesNotContain("sk-", "hidden")
        .contains(
            "\"memory\":2",
            "\"PORT\":\"80\"",
            "\"mustChangePassword\":true",
            "\"apiKey\":\"[redacted]\"");
  }

  @StoreTest
  void valuesThatStayedTheSameAreLeftOut() {
    trail.refuse(
        AuditEvent.done(ANNA, "tenant.update", "tenant brzoza")
            .changing(Map.of("a", 1, "b", 1), Map.of("a", 1, "b", 2)));
    assertThat(newest())
        .extracting(AuditLine::before, AuditLine::after)
        .containsExactly("{\"b\":1}", "{\"b\":2}");
  }

  @StoreTest
  void aLineCanNotBeForgedByInput() {
    trail.refuse(
        AuditEvent.refused(
            ANNA,
            "session.start",
            "operator x\n2026-11-25 admin done",
            "\u202eturned\u0000 \ud800"));
    assertThat(newest().subject()).isEqualTo("operator x\\u000a2026-11-25 admin done");
    assertThat(newest().note()).isEqualTo("\\u202eturned\\u0000 \\ud800");
    assertThat(trail.verify()).isInstanceOf(Verification.Whole.class);
  }

  @StoreTest
  void linesAreFoundByWhatPeopleRemember() {
    write(2);
    clock.pass(Duration.ofHours(1));
    trail.refuse(
        AuditEvent.refused(
            Actor.innkeeper("start"), "backup.make", "tenant Łódź 100%", "no space"));
    assertThat(count(Optional.of("ANN"), Optional.empty(), Optional.empty())).isEqualTo(2);
    assertThat(count(Optional.empty(), Optional.of("backup"), Optional.of("Łódź 100%")))
        .isEqualTo(1);
    assertThat(count(Optional.empty(), Optional.of("back"), Optional.empty())).isZero();
    assertThat(count(Optional.empty(), Optional.empty(), Optional.of("a%z"))).isZero();
    AuditFilter late =
        new AuditFilter(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.of("refused"),
            Optional.of(clock.instant()),
            Optional.of(clock.instant().plusMillis(1)));
    assertThat(trail.lines(late, Optional.empty(), 10)).hasSize(1);
  }

  @StoreTest
  void partsFollowEachOtherWithoutGapOrOverlap() {
    write(5);
    List<AuditLine> first = trail.lines(AuditFilter.ALL, Optional.empty(), 3);
    List<AuditLine> second = trail.lines(AuditFilter.ALL, Optional.of(first.getLast().seq()), 3);
    assertThat(first).extracting(AuditLine::seq).containsExactly(5L, 4L, 3L);
    assertThat(second).extracting(AuditLine::seq).containsExactly(2L, 1L);
  }

  /** Starts from a fresh chain of five lines, tampers, and expects the first broken line named. */
  private void assertBreaks(String tampering, long line) {
    run("delete from audit_lines");
    run("delete from audit_head");
    write(5);
    assertThat(trail.verify()).isInstanceOf(Verification.Whole.class);
    run(tampering);
    assertThat(trail.verify())
        .as(tampering)
        .isInstanceOfSatisfying(
            Verification.Broken.class, b -> assertThat(b.line()).isEqualTo(line));
  }

  private void write(int lines) {
    for (int i = 0; i < lines; i++)
      trail.refuse(AuditEvent.done(ANNA, "tenant.stop", "tenant brzoza"));
  }

  private AuditLine newest() {
    return trail.lines(AuditFilter.ALL, Optional.empty(), 1).getFirst();
  }

  private long count(Optional<String> who, Optional<String> verb, Optional<String> subject) {
    return trail.count(
        new AuditFilter(who, verb, subject, Optional.empty(), Optional.empty(), Optional.empty()));
  }

  private void run(String sql) {
    database.change(handle -> handle.execute(sql));
  }
}

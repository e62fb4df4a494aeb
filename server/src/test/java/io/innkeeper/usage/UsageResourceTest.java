package io.innkeeper.usage;

import static io.innkeeper.usage.TestingCalls.by;
import static io.innkeeper.usage.TestingCalls.costing;
import static io.innkeeper.usage.TestingCalls.unsettled;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.type.TypeReference;
import io.innkeeper.caller.Actor;
import io.innkeeper.caller.Principal;
import io.innkeeper.caller.Role;
import io.innkeeper.client.CallCost;
import io.innkeeper.client.CallStoryView;
import io.innkeeper.client.CallView;
import io.innkeeper.client.InnkeeperClient;
import io.innkeeper.client.JobView;
import io.innkeeper.client.LedgerLineView;
import io.innkeeper.client.LedgerVerification;
import io.innkeeper.client.NewAdjustment;
import io.innkeeper.client.Page;
import io.innkeeper.client.ProblemException;
import io.innkeeper.client.UnsettledView;
import io.innkeeper.client.UsageView;
import io.innkeeper.http.Caller;
import io.innkeeper.http.Callers;
import io.innkeeper.http.Routes;
import io.innkeeper.http.TestingDoor;
import io.innkeeper.job.JobSettings;
import io.innkeeper.job.Jobs;
import io.innkeeper.store.Dialect;
import io.innkeeper.store.Ids;
import io.innkeeper.store.TestingStore;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsageResourceTest {
  private static final TypeReference<Page<CallView>> CALLS = new TypeReference<>() {};
  private static final TypeReference<Page<UnsettledView>> UNSETTLED = new TypeReference<>() {};

  @TempDir Path home;
  private TestingStore store;
  private TestingBooks books;
  private Jobs jobs;
  private TestingDoor door;
  private UUID own = new UUID(9, 9);

  @BeforeEach
  void open() {
    store = TestingStore.open(Dialect.SQLITE);
    books = new TestingBooks(store.database(), home);
    own = books.brzoza.id();
    jobs =
        new Jobs(
            store.database(),
            new Ids(books.clock),
            books.clock,
            new JobSettings(2, java.time.Duration.ofDays(90)),
            books.audit);
    UsageRoom room =
        new UsageRoom(
            store.database(),
            books.organisations,
            books.audit,
            jobs,
            (organisation, slug) -> Optional.empty(),
            books.clock);
    jobs.register(room.works());
    Routes routes = new Routes();
    room.hang(routes);
    door = new TestingDoor(routes, new ByRole(), store.database(), home);
  }

  @AfterEach
  void close() {
    door.close();
    jobs.close();
    books.close();
    store.close();
  }

  /** The token is the role; a client's organisation is {@link #own}. */
  private final class ByRole implements Callers {
    @Override
    public Optional<Caller> byBearer(String token) {
      Role role = Role.parse(token);
      Optional<UUID> organisation = role == Role.CLIENT ? Optional.of(own) : Optional.empty();
      return Optional.of(
          new Caller(
              new Principal(Actor.Kind.TOKEN, new UUID(0, 7), token, role, organisation, false),
              ""));
    }

    @Override
    public Optional<Caller> bySession(String token) {
      return Optional.empty();
    }
  }

  private InnkeeperClient as(Role role) {
    return door.client(Optional.of(role.word()));
  }

  @Test
  void usageIsTheCurrentMonthByDayPersonAndModel() {
    books.book(by("anna", "0.5"), by("jan", "4.5e-7"));
    UsageView usage = as(Role.CLIENT).get("/organisations/brzoza/usage").as(UsageView.class);
    assertThat(usage.total().cost()).isEqualTo("0.50000045");
    assertThat(usage.day().billed()).isEqualTo("0.650000585");
    assertThat(usage.from()).hasToString("2026-11-01");
    assertThat(usage.to()).hasToString("2026-11-30");
    assertThat(usage.users()).extracting("user").containsExactly("anna", "jan");
    assertThat(usage.kinds()).extracting("part").containsExactly("chat");
  }

  @Test
  void aClientSeesOnlyItsOrganisation() {
    CallSettled call = costing("0.5");
    books.book(call);
    assertThat(as(Role.CLIENT).get("/calls").as(CALLS).total()).isOne();
    own = new UUID(9, 9);
    assertThat(as(Role.CLIENT).get("/calls").as(CALLS).total()).isZero();
    for (String path :
        List.of(
            "/organisations/brzoza/usage",
            "/calls?organisation=brzoza",
            "/calls/" + call.call(),
            "/unsettled?organisation=brzoza",
            "/ledger/adjustments?organisation=brzoza",
            "/ledger/export.csv?organisation=brzoza")) {
      assertThatThrownBy(() -> as(Role.CLIENT).get(path)).isInstanceOf(ProblemException.class);
    }
  }

  @Test
  void callsAreReadInPartsAndWhole() {
    books.book(costing("1"), costing("2"), unsettled("gen-x", Unsettled.CLIENT_LEFT));
    Page<CallView> first = as(Role.VIEWER).get("/calls?limit=2").as(CALLS);
    Page<CallView> rest = as(Role.VIEWER).get("/calls?limit=2&cursor=" + first.next()).as(CALLS);
    assertThat(first.total()).isEqualTo(3);
    assertThat(rest.items()).hasSize(1);
    CallView last = rest.items().getFirst();
    CallStoryView story = as(Role.CLIENT).get("/calls/" + last.id()).as(CallStoryView.class);
    assertThat(story.call()).isEqualTo(last);
    assertThat(story.journal().node()).isEqualTo("local");
    assertThat(story.times().firstByte()).isEqualTo(613_000);
  }

  @Test
  void anUnsettledCallIsSettledByAPersonWithItsReason() {
    CallSettled call = unsettled("", Unsettled.NO_ANSWER);
    books.book(call);
    Page<UnsettledView> waiting = as(Role.VIEWER).get("/unsettled").as(UNSETTLED);
    assertThat(waiting.items().getFirst().why()).contains("did not answer");
    String path = "/unsettled/" + call.call() + "/cost";
    assertThatThrownBy(() -> as(Role.ADMIN).post(path, new CallCost("1e-13", "so")))
        .isInstanceOf(ProblemException.class);
    CallStoryView story =
        as(Role.ADMIN).post(path, new CallCost("0.25", "Told by phone")).as(CallStoryView.class);
    assertThat(story.call().state()).isEqualTo("reconciled");
    assertThat(as(Role.VIEWER).get("/unsettled").as(UNSETTLED).total()).isZero();
  }

  @Test
  void adjustmentsAreWrittenByAdminsOnly() {
    books.book(costing("1"));
    NewAdjustment wanted = new NewAdjustment("brzoza", 1L, "-0.25", null, "Broken answer");
    assertThatThrownBy(() -> as(Role.OPERATOR).post("/ledger/adjustments", wanted))
        .isInstanceOf(ProblemException.class);
    LedgerLineView line =
        as(Role.ADMIN).post("/ledger/adjustments", wanted).as(LedgerLineView.class);
    assertThat(line.billed()).isEqualTo("-0.325");
    assertThat(line.author()).isEqualTo("admin");
  }

  @Test
  void theLedgerIsProvedAndRebuiltByAJob() {
    books.book(costing("1"));
    jobs.start();
    assertThat(verification().whole()).isTrue();
    store.database().change(handle -> handle.execute("delete from usage_day"));
    assertThat(verification().whole()).isFalse();
    JobView job = as(Role.ADMIN).post("/ledger/rebuild", null).as(JobView.class);
    org.awaitility.Awaitility.await()
        .until(() -> jobs.get(job.id()).state().word().equals("finished"));
    assertThat(verification().whole()).isTrue();
  }

  private LedgerVerification verification() {
    return as(Role.VIEWER).get("/ledger/verification").as(LedgerVerification.class);
  }

  @Test
  void exportIsOneLinePerLine() {
    books.book(costing("1"), costing("2"));
    List<String> lines = new ArrayList<>();
    as(Role.CLIENT).lines("/ledger/export.csv?from=2026-11-25&to=2026-11-25", lines::add);
    assertThat(lines).hasSize(3);
    assertThat(lines.get(1)).startsWith("1,generation,2026-11-25,2026-11-25T11:00:00Z,");
  }
}

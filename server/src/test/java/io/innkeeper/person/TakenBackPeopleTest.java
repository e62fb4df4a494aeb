package io.innkeeper.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.innkeeper.audit.AuditFilter;
import io.innkeeper.job.Job;
import io.innkeeper.job.Progress;
import io.innkeeper.job.Step;
import io.innkeeper.openwebui.AppSession;
import io.innkeeper.openwebui.AppUser.Role;
import io.innkeeper.person.NewcomerStore.Newcomer;
import io.innkeeper.secret.Secret;
import io.innkeeper.store.Ids;
import io.innkeeper.tenant.Tenant;
import io.innkeeper.testing.TestingServer;
import io.innkeeper.testing.TestingVisitor;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Jobs on several people, step by step, where something comes between and all is taken back. */
class TakenBackPeopleTest {
  private static final Ids IDS = new Ids(Clock.systemUTC());
  private static final Secret THEIRS = Secret.of("Their-own-one-1");

  private static final Pattern SEEN = Pattern.compile("action=\"([^\"]+/people/approve[^\"]*)\"");

  private static final Pattern NEXT = Pattern.compile("\"next\":\"([^\"]+)\"");

  @TempDir static Path home;
  private static TestingServer inn;
  private static Tenant tenant;

  @BeforeAll
  static void open() {
    inn = TestingServer.on(home);
    tenant = inn.open(inn.organisation("Klinika Wrzos sp. z o.o."), "Wrzos");
  }

  @AfterAll
  static void close() {
    inn.close();
  }

  /** What a step speaks and remembers. */
  private static final class Notes implements Progress {
    private final Map<String, String> memory = new HashMap<>();

    @Override
    public void now(String words) {}

    @Override
    public void say(String line) {}

    @Override
    public void remember(String name, String value) {
      memory.put(name, value);
    }

    @Override
    public String recall(String name) {
      return memory.getOrDefault(name, "");
    }

    @Override
    public String why() {
      return "";
    }

    @Override
    public void checkCancelled() {}
  }

  @Test
  void accountThatCameMeanwhileIsLeftAloneAndOnlyOursGo() throws Exception {
    UUID batch = newcomers("ewa@wrzos.example", "adam@wrzos.example");
    List<Step> steps = steps(PersonWorks.IMPORT, Map.of("batch", batch.toString()));
    Notes notes = new Notes();
    steps.get(0).act().run(notes);
    session().addUser("Adam", "adam@wrzos.example", THEIRS, Role.ADMIN);

    assertThatThrownBy(() -> steps.get(1).act().run(notes)).hasMessageContaining("meanwhile");
    steps.get(1).undo().run(notes);
    steps.get(0).undo().run(notes);

    assertThat(session().user("ewa@wrzos.example")).isEmpty();
    assertThat(session().user("adam@wrzos.example").orElseThrow().role()).isEqualTo(Role.ADMIN);
    assertThat(inn.tenants().sessions().app(tenant).signIn("adam@wrzos.example", THEIRS).email())
        .isEqualTo("adam@wrzos.example");
    assertThat(room().book().of(tenant).people())
        .extracting(Person::email)
        .doesNotContain("ewa@wrzos.example");
    assertThat(verbs("ewa@wrzos.example")).containsExactly("person.add.take-back", "person.add");
    assertThat(verbs("adam@wrzos.example")).isEmpty();
  }

  @Test
  void accountMadeBeforeACrashIsKnownAgain() throws Exception {
    UUID batch = newcomers("ola@wrzos.example");
    List<Step> steps = steps(PersonWorks.IMPORT, Map.of("batch", batch.toString()));
    Newcomer ola = rows(batch).getFirst();
    session().addUser("Ola", "ola@wrzos.example", ola.password(), Role.USER);

    Notes notes = new Notes();
    steps.get(1).act().run(notes);
    assertThat(rows(batch)).allMatch(Newcomer::done);
    steps.get(1).undo().run(new Notes());
    assertThat(session().user("ola@wrzos.example")).isEmpty();
  }

  @Test
  void passwordsAreShownOnlyOnceTheWholeImportIsThrough() throws Exception {
    NewcomerStore store = new NewcomerStore(inn.server().rooms().foundation().box());
    var database = inn.server().rooms().foundation().database();
    long others = database.read(handle -> store.waiting(handle, tenant.id()));
    UUID batch = newcomers("nina@wrzos.example", "olga@wrzos.example");
    UUID first = rows(batch).getFirst().id();
    database.change(handle -> store.done(handle, first));

    assertThat(database.<Long, RuntimeException>read(h -> store.waiting(h, tenant.id())))
        .isEqualTo(others);
    List<Newcomer> taken = database.write(handle -> store.take(handle, tenant.id()));
    assertThat(taken).extracting(Newcomer::id).doesNotContain(first);
    assertThat(rows(batch)).hasSize(2);
    database.change(handle -> store.forget(handle, batch));
  }

  @Test
  void somebodyIsFoundByAnyPartOfANameInAnyCase() throws Exception {
    String id = session().addUser("Żółw Łódzki", "z@wrzos.example", THEIRS, Role.USER).id();
    Roll unused = room().book().read(tenant);

    assertThat(room().book().find("żółw łÓ")).extracting(Person::id).containsExactly(id);
    assertThat(room().book().find("100%")).isEmpty();
  }

  @Test
  void rolesAreGivenBackWithTheirLines() throws Exception {
    String jan = session().addUser("Jan", "jan@wrzos.example", THEIRS, Role.PENDING).id();
    String maja = session().addUser("Maja", "maja@wrzos.example", THEIRS, Role.ADMIN).id();
    List<Step> steps =
        steps(PersonWorks.ACT, Map.of("act", "approve", "people", jan + "\n" + maja));
    Notes notes = new Notes();
    steps.get(0).act().run(notes);
    assertThat(session().user("jan@wrzos.example").orElseThrow().role()).isEqualTo(Role.USER);

    steps.get(0).undo().run(notes);
    assertThat(session().user("jan@wrzos.example").orElseThrow().role()).isEqualTo(Role.PENDING);
    assertThat(room().book().of(tenant).named(jan).role()).isEqualTo(Role.PENDING);
    assertThat(verbs("jan@wrzos.example"))
        .containsExactly("person.role.take-back", "person.approve");
    assertThat(verbs("maja@wrzos.example")).isEmpty();
  }

  @Test
  void everybodyWhoseNameWasShownIsLetInTogether() {
    for (String name : List.of("piotr", "zofia"))
      session().addUser(name, name + "@staw.example", THEIRS, Role.PENDING);
    Roll unused = room().book().read(tenant);
    String at = "/tenants/" + tenant.slug() + "/people";
    try (TestingVisitor visitor =
        TestingVisitor.named(inn.server(), "tomasz", io.innkeeper.caller.Role.OPERATOR)) {
      assertThat(visitor.get(at).body()).contains("Approve all");
      String dialog = visitor.get(at + "/approve").body();
      assertThat(dialog).contains("piotr@staw.example", "zofia@staw.example", "person approve");
      assertThat(visitor.post(at + "/approve?seen=others", Map.of()).body())
          .contains("Others wait now");
      String action = TestingVisitor.found(SEEN, dialog);
      String job = visitor.post(action, Map.of()).headers().firstValue("Location").orElse("");
      inn.ended(UUID.fromString(job.replaceFirst(".*/", "")));
      String found = "/api/v1/people?email=staw.example&limit=1";
      String first = visitor.get(found).body();
      assertThat(first).contains("piotr@staw.example").doesNotContain("zofia@");
      assertThat(visitor.get(found + "&cursor=" + TestingVisitor.found(NEXT, first)).body())
          .contains("zofia@staw.example")
          .doesNotContain("piotr@", "\"next\":\"");
    }
    for (String name : List.of("piotr", "zofia"))
      assertThat(session().user(name + "@staw.example").orElseThrow().role()).isEqualTo(Role.USER);
  }

  private static UUID newcomers(String... addresses) {
    UUID batch = IDS.next();
    NewcomerStore store = new NewcomerStore(inn.server().rooms().foundation().box());
    inn.server()
        .rooms()
        .foundation()
        .database()
        .change(
            handle -> {
              int row = 0;
              for (String address : addresses)
                store.insert(
                    handle,
                    new Newcomer(
                        IDS.next(),
                        tenant.id(),
                        new PersonInput(address, "Somebody", Role.USER),
                        Secret.of("Made-for-" + address),
                        false),
                    batch,
                    row++,
                    Clock.systemUTC().instant());
            });
    return batch;
  }

  private static List<Newcomer> rows(UUID batch) {
    NewcomerStore store = new NewcomerStore(inn.server().rooms().foundation().box());
    return inn.server().rooms().foundation().database().read(handle -> store.of(handle, batch));
  }

  private static List<Step> steps(String kind, Map<String, String> more) {
    Map<String, String> input = new HashMap<>(more);
    input.put("tenant", tenant.id().toString());
    Job job =
        new Job(
            IDS.next(),
            kind,
            "People",
            tenant.subject(),
            TestingServer.BY,
            Job.State.RUNNING,
            input,
            Map.of(),
            List.of(),
            Optional.empty(),
            Clock.systemUTC().instant(),
            Optional.empty(),
            Optional.empty());
    return room().works().stream()
        .filter(work -> work.kind().equals(kind))
        .findFirst()
        .orElseThrow()
        .steps(job);
  }

  private static List<String> verbs(String who) {
    return inn
        .server()
        .rooms()
        .foundation()
        .audit()
        .lines(AuditFilter.ALL.mentioning(Optional.of(who)), Optional.empty(), 20)
        .stream()
        .map(line -> line.verb())
        .toList();
  }

  private static AppSession session() {
    return inn.tenants().sessions().of(tenant);
  }

  private static PersonRoom room() {
    return inn.server().rooms().tenancy().people();
  }
}

package io.innkeeper;

import static io.innkeeper.testing.TestingServer.BY;

import io.innkeeper.access.IssuedPassword;
import io.innkeeper.access.Operator;
import io.innkeeper.access.OperatorName;
import io.innkeeper.access.OperatorSpec;
import io.innkeeper.access.Session;
import io.innkeeper.access.SignIn;
import io.innkeeper.access.TokenSpec;
import io.innkeeper.audit.AuditEvent;
import io.innkeeper.audit.AuditTrail;
import io.innkeeper.caller.Role;
import io.innkeeper.secret.Secret;
import io.innkeeper.secret.SecretBox;
import io.innkeeper.store.Database;
import io.innkeeper.store.Home;
import io.innkeeper.store.Ids;
import io.innkeeper.tenant.SeededTenants;
import io.innkeeper.testing.FreePort;
import io.innkeeper.usage.SeededCalls;
import io.innkeeper.usage.SeededCalls.Caller;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.jdbi.v3.core.Handle;

/**
 * Prepares a home for measuring what people see and programs order: {@code SeededHouse HOME
 * TENANTS}. Prints an admin's session and token; the tenants have a past of jobs, audit lines and
 * calls.
 */
public final class SeededHouse {
  private static final Secret PASSWORD = Secret.of("owl ladder copper");
  private static final SignIn.From HERE = new SignIn.From("127.0.0.1", "Firefox", "seed");
  private static final int LINES = 20;
  private static final int JOBS = 5;
  private static final int CALLS = 100;

  private final Clock clock = Clock.systemUTC();
  private final Ids ids = new Ids(clock);
  private final Home home;

  private SeededHouse(Home home) {
    this.home = home;
  }

  public static void main(String[] words) throws Exception {
    SeededHouse house = new SeededHouse(new Home(Path.of(words[0])));
    int tenants = Integer.parseInt(words[1]);
    access(house.home, List.of(), rooms -> {});
    if (tenants == 0) return;
    SeededTenants.main(words);
    house.past(tenants);
  }

  /** Makes an admin in a home, prints its session and token, and lets somebody add to its rooms. */
  static void access(Home home, List<String> more, Consumer<Rooms> adding) {
    List<String> flags = new ArrayList<>(more);
    flags.addAll(
        List.of(
            "--home=" + home.root(),
            "--innkeeper.http.host=127.0.0.1",
            "--innkeeper.http.port=0",
            "--innkeeper.http.metrics-port=0",
            "--innkeeper.tenant.gateway-port=" + FreePort.any(),
            "--innkeeper.openrouter.prices-every=0s",
            "--innkeeper.rates.every=0s",
            "--innkeeper.engine.address=unix://" + home.root().resolve("no-engine.sock")));
    var read = InnkeeperSettings.read(flags, Map.of());
    try (Server server = Server.start(read, Clock.systemUTC(), step -> {})) {
      Rooms rooms = server.rooms();
      adding.accept(rooms);
      OperatorSpec spec =
          new OperatorSpec(OperatorName.parse("ewa"), "", Role.ADMIN, Optional.empty(), true);
      IssuedPassword first = rooms.entrance().operators().create(spec, BY);
      Operator ewa = first.operator();
      var session =
          rooms
              .entrance()
              .passwords()
              .change(ewa.id(), first.password(), PASSWORD, Session.Kind.BROWSER, HERE);
      System.out.println("session " + session.token().unwrap());
      TokenSpec asked =
          new TokenSpec("measuring", Role.ADMIN, Optional.empty(), Duration.ofDays(1));
      var token =
          rooms
              .entrance()
              .tokens()
              .create(asked, rooms.entrance().operators().get(ewa.id()).principal(), BY);
      System.out.println("token " + token.text().unwrap());
    }
  }

  private void past(int tenants) throws Exception {
    try (Database database = Database.sqlite(home.sqliteFile())) {
      AuditTrail audit = new AuditTrail(database, SecretBox.open(home.masterKey()), clock);
      List<Caller> callers = database.read(SeededHouse::callers);
      for (int round = 0; round < LINES; round++)
        database.change(handle -> lines(handle, audit, tenants));
      for (int round = 0; round < JOBS; round++)
        database.change(handle -> callers.forEach(caller -> job(handle, caller.tenant())));
      Path journal = Files.createTempDirectory(home.root(), "seed");
      SeededCalls.fill(database, journal, callers, tenants * CALLS);
    }
  }

  private static List<Caller> callers(Handle handle) {
    return handle
        .createQuery("SELECT id, organisation_id FROM tenants")
        .map(
            (row, context) ->
                new Caller(
                    UUID.fromString(row.getString("organisation_id")),
                    UUID.fromString(row.getString("id"))))
        .list();
  }

  private static void lines(Handle handle, AuditTrail audit, int tenants) {
    for (int number = 0; number < tenants; number++) {
      AuditEvent event = AuditEvent.done(BY, "tenant.restart", "tenant workspace-" + number);
      audit.record(handle, event);
    }
  }

  private void job(Handle handle, UUID tenant) {
    UUID id = ids.next();
    Instant now = clock.instant();
    handle
        .createUpdate(
            """
            insert into jobs (id, kind, title, subject, state, actor_kind, actor_name, address,
              request_id, input, memory, created_at, started_at, ended_at, epoch)
            values (:id, 'tenant.restart', 'Restarting a workspace', :subject, 'finished',
              'SYSTEM', 'Innkeeper', '-', 'seed', '{}', '{}', :now, :now, :now, 1)
            """)
        .bind("id", id)
        .bind("subject", "tenant/" + tenant)
        .bind("now", now)
        .execute();
    handle
        .createUpdate(
            """
            insert into job_steps (job_id, position, name, state, words, started_at, ended_at)
            values (:id, 0, 'Stop the container', 'done', '', :now, :now)
            """)
        .bind("id", id)
        .bind("now", now)
        .execute();
  }
}

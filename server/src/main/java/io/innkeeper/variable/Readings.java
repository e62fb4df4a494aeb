package io.innkeeper.variable;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.innkeeper.client.EffectiveView;
import io.innkeeper.client.Json;
import io.innkeeper.fault.Fault;
import io.innkeeper.openwebui.AppSession;
import io.innkeeper.openwebui.Catalogue;
import io.innkeeper.openwebui.EffectiveSettings;
import io.innkeeper.openwebui.EffectiveSettings.State;
import io.innkeeper.store.Database;
import io.innkeeper.tenant.RunningApp;
import io.innkeeper.tenant.Tenant;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** What running apps said they use, the last word of each kept with its age. Thread-safe. */
public final class Readings {
  private static final TypeReference<List<EffectiveView.Line>> LINES = new TypeReference<>() {};

  private final Database database;
  private final RunningApp apps;
  private final Clock clock;

  Readings(Database database, RunningApp apps, Clock clock) {
    this.database = database;
    this.apps = apps;
    this.clock = clock;
  }

  /** The last word of a tenant's app; without lines if it was never asked. */
  public EffectiveView last(Tenant tenant) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    "SELECT read_at, version, lines FROM variable_readings WHERE tenant_id = :id")
                .bind("id", tenant.id())
                .map(
                    (row, context) ->
                        view(
                            tenant,
                            Instant.ofEpochMilli(row.getLong("read_at")),
                            row.getString("version"),
                            lines(row.getString("lines"))))
                .findOne()
                .orElseGet(() -> view(tenant, null, "", List.of())));
  }

  /**
   * Asks the app now.
   *
   * @throws Fault CONFLICT for one that doesn't run, else why it doesn't answer
   */
  public EffectiveView now(Tenant tenant) {
    if (tenant.wanted() != Tenant.Wanted.RUNNING)
      throw Fault.conflict("tenant-stopped", tenant.spec().displayName() + " does not run.")
          .advising("What it used before is shown without asking it again.");
    return read(tenant, apps.session(tenant), held(tenant.id()));
  }

  EffectiveView read(Tenant tenant, AppSession session, Set<String> held) {
    List<EffectiveView.Line> lines =
        EffectiveSettings.of(apps.told(tenant, session)).stream()
            .map(
                one ->
                    new EffectiveView.Line(
                        one.name(), one.wanted(), one.used(), one.state().word()))
            .toList();
    Instant now = clock.instant();
    String version = tenant.image().map(Tenant.ResolvedImage::appVersion).orElse("");
    keep(tenant.id(), held, now, version, lines);
    return view(tenant, now, version, lines);
  }

  /** The names that were brought into the app's own database. */
  Set<String> held(UUID tenant) {
    return database.read(
        handle ->
            handle
                .createQuery("SELECT held FROM variable_readings WHERE tenant_id = :id")
                .bind("id", tenant)
                .mapTo(String.class)
                .findOne()
                .filter(text -> !text.isEmpty())
                .map(text -> Set.of(text.split(",")))
                .orElse(Set.of()));
  }

  private void keep(
      UUID tenant, Set<String> held, Instant now, String version, List<EffectiveView.Line> lines) {
    database.change(
        handle ->
            handle
                .createUpdate(
                    """
                    INSERT INTO variable_readings (tenant_id, held, read_at, version, lines)
                    VALUES (:tenant, :held, :now, :version, :lines)
                    ON CONFLICT (tenant_id) DO UPDATE SET held = excluded.held,
                      read_at = excluded.read_at, version = excluded.version,
                      lines = excluded.lines
                    """)
                .bind("tenant", tenant)
                .bind("held", String.join(",", new TreeSet<>(held)))
                .bind("now", now)
                .bind("version", version)
                .bind("lines", text(lines))
                .execute());
  }

  /** Hides what was kept in full because its name was not known to be a secret's. */
  static void hideLate(Handle handle) {
    record Kept(String tenant, String text) {}
    List<Kept> all =
        handle
            .createQuery("SELECT tenant_id, lines FROM variable_readings")
            .map((row, context) -> new Kept(row.getString("tenant_id"), row.getString("lines")))
            .list();
    for (Kept one : all) {
      String hidden = text(lines(one.text()).stream().map(Readings::hidden).toList());
      if (!hidden.equals(one.text()))
        handle.execute(
            "UPDATE variable_readings SET lines = ? WHERE tenant_id = ?", hidden, one.tenant());
    }
  }

  private static EffectiveView.Line hidden(EffectiveView.Line line) {
    if (!Catalogue.secret(line.name())) return line;
    return new EffectiveView.Line(
        line.name(),
        EffectiveSettings.hidden(line.wanted()),
        EffectiveSettings.hidden(line.used()),
        line.state());
  }

  private static EffectiveView view(
      Tenant tenant, @Nullable Instant at, String version, List<EffectiveView.Line> lines) {
    Set<String> fine = Set.of(State.SAME.word(), State.FIRST_START.word());
    long differing = lines.stream().filter(line -> !fine.contains(line.state())).count();
    return new EffectiveView(tenant.slug().value(), at, version, (int) differing, lines);
  }

  private static String text(List<EffectiveView.Line> lines) {
    try {
      return Json.LENIENT.writeValueAsString(lines);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<EffectiveView.Line> lines(String text) {
    try {
      return Json.LENIENT.readValue(text, LINES);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** One line of a reading. */
  public static Optional<EffectiveView.Line> line(EffectiveView view, String name) {
    return view.lines().stream().filter(line -> line.name().equals(name)).findFirst();
  }
}

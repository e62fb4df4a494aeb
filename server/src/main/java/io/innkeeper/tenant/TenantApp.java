package io.innkeeper.tenant;

import io.innkeeper.engine.ContainerState;
import io.innkeeper.fault.Fault;
import io.innkeeper.job.Progress;
import io.innkeeper.openwebui.AppClient;
import io.innkeeper.openwebui.AppClients;
import io.innkeeper.openwebui.AppConfiguration;
import io.innkeeper.openwebui.AppInputs;
import io.innkeeper.openwebui.AppSession;
import io.innkeeper.openwebui.AppUser;
import io.innkeeper.openwebui.ConfigurationChange;
import io.innkeeper.openwebui.ExtraVariables;
import io.innkeeper.openwebui.HealthGate;
import io.innkeeper.openwebui.HealthGate.Expectation;
import io.innkeeper.openwebui.KnownCauses;
import io.innkeeper.openwebui.Release;
import io.innkeeper.openwebui.Verdict;
import io.innkeeper.secret.Secret;
import io.innkeeper.tenant.Tenant.FirstAdmin;
import io.innkeeper.tenant.Tenant.ResolvedImage;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The app inside a tenant's container, spoken to as Innkeeper's own account. */
final class TenantApp {
  private static final int CRASHES_TOLERATED = 2;

  private final TenantHost host;
  private final AppClients clients;
  private final HealthGate gate;
  private final Duration deadline;
  private final SettingsBefore before;

  TenantApp(
      TenantHost host,
      AppClients clients,
      HealthGate gate,
      Duration deadline,
      SettingsBefore before) {
    this.host = host;
    this.clients = clients;
    this.gate = gate;
    this.deadline = deadline;
    this.before = before;
  }

  /**
   * Returns when the app has proven itself; else fails with the cause, the last log lines in the
   * job's log.
   */
  void awaitHealthy(Tenant tenant, AppInputs inputs, Progress progress)
      throws InterruptedException {
    int restartsBefore = host.container(tenant).map(ContainerState::restarts).orElse(0);
    AppClient app = client(tenant);
    Optional<Path> data =
        Optional.of(ContainerPlan.dataDirectory(tenant, host.host()))
            .filter(own -> !ExtraVariables.databaseElsewhere(inputs.extra()));
    Verdict verdict =
        gate.await(
            app,
            new Expectation(release(tenant, app), data, inputs.serviceAccount()),
            deadline,
            () -> ended(tenant, restartsBefore),
            words -> {
              progress.now(words);
              refuseWhenCancelled(progress);
            });
    switch (verdict) {
      case Verdict.Healthy healthy ->
          progress.say(
              "Open WebUI %s is healthy, its schema at %s"
                  .formatted(healthy.version(), healthy.revision()));
      case Verdict.NotYet notYet -> throw failure(tenant, notYet.reason(), progress);
      case Verdict.Broken broken -> throw failure(tenant, broken.reason(), progress);
    }
  }

  /** Makes the client's first admin; an account that is there is its owner's and stays as it is. */
  void makeFirstAdmin(
      Tenant tenant, AppSecrets secrets, FirstAdmin admin, Supplier<Secret> password) {
    AppSession session = client(tenant).signIn(secrets.service());
    if (session.user(admin.email()).isPresent()) return;
    session.addUser(admin.name(), admin.email(), password.get(), AppUser.Role.ADMIN);
  }

  /**
   * Tells the running app what lives in its own database since the first start, and reads it back.
   */
  void applySettings(Tenant tenant, AppInputs inputs, Progress progress) {
    AppSession session = client(tenant).signIn(inputs.serviceAccount());
    ConfigurationChange change = session.applyConfiguration(AppConfiguration.of(inputs));
    if (!change.complete()) {
      throw Fault.of(
          Fault.Kind.UPSTREAM,
          "settings-not-taken",
          "The app did not take these settings: " + String.join(", ", change.refused()) + ".");
    }
    progress.say("The app's own settings are as wanted");
  }

  /** Keeps the app's settings as they are, for {@link #settingsAgain}; once is enough. */
  void keepSettings(Tenant tenant, AppInputs inputs) {
    if (before.kept(tenant)) return;
    before.keep(tenant, client(tenant).signIn(inputs.serviceAccount()).configuration());
  }

  /** A running app gets back what was kept of its settings; without that nothing happens. */
  void settingsAgain(Tenant tenant, AppInputs inputs, Progress progress) {
    Optional<Map<String, @Nullable Object>> kept = before.find(tenant);
    if (kept.isEmpty()) return;
    client(tenant).signIn(inputs.serviceAccount()).restoreConfiguration(kept.get());
    before.forget(tenant);
    progress.say("The app's own settings are as they were");
  }

  void forgetSettings(Tenant tenant) {
    before.forget(tenant);
  }

  private AppClient client(Tenant tenant) {
    return clients.at(URI.create("http://127.0.0.1:" + tenant.place().port()));
  }

  /** An image that names no version (a moving tag) is held to what the app itself says it is. */
  private static Release release(Tenant tenant, AppClient app) {
    String named = tenant.image().map(ResolvedImage::appVersion).orElse("");
    if (!named.isEmpty()) return Release.parse(named);
    try {
      return app.ready().ready() ? Release.parse(app.version()) : Release.newest();
    } catch (Fault notYet) {
      return Release.newest();
    }
  }

  private Optional<String> ended(Tenant tenant, int restartsBefore) {
    Optional<ContainerState> now = host.container(tenant);
    if (now.isEmpty()) return Optional.of("its container was removed");
    ContainerState state = now.get();
    if (state.run() == ContainerState.Run.EXITED || state.run() == ContainerState.Run.DEAD) {
      return Optional.of("it ended with exit code " + state.exitCode());
    }
    if (state.restarts() - restartsBefore > CRASHES_TOLERATED) {
      return Optional.of("it keeps ending, last with exit code " + state.exitCode());
    }
    return Optional.empty();
  }

  private Fault failure(Tenant tenant, String reason, Progress progress)
      throws InterruptedException {
    List<String> lines = host.lastLines(tenant);
    lines.forEach(line -> progress.say("app: " + line));
    Optional<ContainerState> state = host.container(tenant);
    Optional<KnownCauses.Cause> cause =
        KnownCauses.of(
            lines,
            state.map(ContainerState::exitCode).orElse(0),
            state.map(ContainerState::outOfMemory).orElse(false));
    Fault fault =
        Fault.of(
            Fault.Kind.UPSTREAM,
            cause.map(KnownCauses.Cause::code).orElse("not-healthy"),
            cause.map(known -> known.sentence() + " " + reason).orElse(reason));
    return cause.map(known -> fault.advising(known.advice())).orElse(fault);
  }

  private static void refuseWhenCancelled(Progress progress) {
    try {
      progress.checkCancelled();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}

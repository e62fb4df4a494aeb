package io.innkeeper;

import io.innkeeper.engine.EngineException;
import io.innkeeper.fault.Fault;
import io.innkeeper.household.Household;
import io.innkeeper.log.LogSettings;
import io.innkeeper.store.Home;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** The server's view of itself, told which programs it works with. */
final class RunningHousehold {
  private RunningHousehold() {}

  static Household of(Rooms rooms) {
    InnkeeperSettings settings = rooms.foundation().settings();
    Home home = rooms.foundation().home();
    Build build = Build.current();
    Path glass =
        settings
            .credentials()
            .breakGlassFolder()
            .map(Path::of)
            .orElse(home.root().resolve("break-glass"));
    // The console shows the log, so the process that serves it keeps the log.
    boolean control = settings.roles().contains(ServerRole.CONTROL);
    return new Household(
        control ? settings.log() : LogSettings.only(settings.log().level()),
        new Household.Needs(
            home,
            glass,
            rooms.foundation().database(),
            rooms.foundation().audit(),
            rooms.foundation().clock()),
        new Household.Identity(build.version(), build.at(), rooms.foundation().clock().instant()),
        Map.of(
            "Docker", () -> asked(() -> rooms.machine().engine().info().version()),
            "nginx", () -> asked(() -> rooms.face().ingress().front().state().version())));
  }

  private static Optional<String> asked(Supplier<String> version) {
    try {
      return Optional.of(version.get()).filter(text -> !text.isEmpty());
    } catch (EngineException | Fault e) {
      return Optional.empty();
    }
  }
}

package io.innkeeper.ingress.nginx;

import io.innkeeper.engine.ContainerName;
import io.innkeeper.engine.EngineException;
import io.innkeeper.engine.HostPrograms;
import io.innkeeper.engine.HostPrograms.Program;
import io.innkeeper.engine.HostPrograms.Said;
import io.innkeeper.engine.ImageReference;
import io.innkeeper.fault.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * nginx in a container on the host's network, on the very files that one of this machine would
 * read. No network joins it with tenants: it reaches them as a process of the host does.
 */
public final class ContainerNginx implements Nginx {
  private static final Pattern VERSION = Pattern.compile("nginx/(\\d+\\.\\d+\\.\\d+)");
  private static final String LABEL = "io.innkeeper.front-door";

  private final HostPrograms programs;
  private final NginxRoot root;
  private final Program serving;
  private volatile Optional<String> version = Optional.empty();

  /**
   * Doesn't start anything yet.
   *
   * @param prefix tells apart several Innkeepers on one engine
   */
  public ContainerNginx(
      HostPrograms programs, String prefix, ImageReference image, NginxRoot root) {
    this.programs = programs;
    this.root = root;
    // No slug has an underscore, so no tenant's container has this name.
    this.serving =
        new Program(
            new ContainerName(prefix + "_front-door"),
            image,
            command(root.main(), "-g", "daemon off;"),
            root.path(),
            Map.of(LABEL, prefix));
  }

  @Override
  public String version() {
    if (version.isEmpty()) version = Optional.of(asked());
    return version.get();
  }

  private String asked() {
    Matcher found = VERSION.matcher(once(List.of("nginx", "-v")).words());
    if (found.find()) return found.group(1);
    throw Fault.of(
            Fault.Kind.UNAVAILABLE,
            "nginx-missing",
            "Tried to run nginx, but there is none in the image " + serving.image() + ".")
        .advising("Set innkeeper.ingress.image to one of nginx.");
  }

  @Override
  public String complaint(Path tree) {
    List<String> test = command(tree.resolve(Tree.MAIN), "-t");
    Said said = runs() ? translated(() -> programs.inside(serving.name(), test)) : once(test);
    return said.code() == 0 ? "" : said.words();
  }

  @Override
  public boolean runs() {
    return translated(() -> programs.runs(serving.name()));
  }

  @Override
  public void start() {
    clearTraces();
    translated(
        () -> {
          programs.start(serving);
          return true;
        });
  }

  @Override
  public void reload() {
    translated(
        () -> {
          programs.signal(serving.name(), "HUP");
          return true;
        });
  }

  @Override
  public void stop() {
    translated(
        () -> {
          programs.remove(serving.name());
          return true;
        });
  }

  @Override
  public String where() {
    return "in a container";
  }

  private Said once(List<String> command) {
    ContainerName beside = new ContainerName(serving.name().value() + "-check");
    return translated(() -> programs.run(serving.running(beside, command)));
  }

  private List<String> command(Path main, String... more) {
    List<String> words =
        new java.util.ArrayList<>(
            List.of("nginx", "-p", root.path().toString(), "-c", main.toString()));
    words.addAll(List.of(more));
    return words;
  }

  private void clearTraces() {
    try {
      Files.deleteIfExists(root.socket());
    } catch (IOException e) {
      throw NginxRoot.broken("traces of an earlier nginx can’t be removed", e);
    }
  }

  private interface Asking<T> {
    T ask();
  }

  private static <T> T translated(Asking<T> asking) {
    try {
      return asking.ask();
    } catch (EngineException e) {
      throw Fault.of(Fault.Kind.UNAVAILABLE, "nginx-engine", String.valueOf(e.getMessage()))
          .because(e);
    }
  }
}

package io.innkeeper.ingress.nginx;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.innkeeper.fault.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A master process of our own on this machine: the distribution's service and its files are left
 * alone. It outlives us, and is known again by its process id and the folder in its command line.
 */
public final class HostNginx implements Nginx {
  private static final Pattern VERSION = Pattern.compile("nginx/(\\d+\\.\\d+\\.\\d+)");
  private static final long PATIENCE_SECONDS = 60;

  private final String binary;
  private final NginxRoot root;

  public HostNginx(String binary, NginxRoot root) {
    this.binary = binary;
    this.root = root;
  }

  @Override
  public String version() {
    Matcher found = VERSION.matcher(run(List.of(binary, "-v")).said());
    if (found.find()) return found.group(1);
    throw missing();
  }

  @Override
  public String complaint(Path tree) {
    Said said = run(command(tree.resolve(Tree.MAIN), "-t"));
    return said.code() == 0 ? "" : said.said();
  }

  @Override
  public boolean runs() {
    return master().isPresent();
  }

  @Override
  public void start() {
    if (runs()) return;
    clearTraces();
    Said said = run(command(root.main()));
    if (said.code() == 0) return;
    throw Fault.of(
            Fault.Kind.UNAVAILABLE,
            "nginx-not-started",
            "Tried to start nginx, but it said: " + Complaints.first(said.said()))
        .advising(
            "If another server has the port, end it, or set innkeeper.ingress.http-port and https-port.");
  }

  @Override
  public void reload() {
    // The signal itself: “nginx -s reload” would read all files once more before it sends it.
    Optional<ProcessHandle> master = master();
    if (master.isEmpty()) return;
    Said said = run(List.of("kill", "-HUP", Long.toString(master.get().pid())));
    if (said.code() != 0) said = run(command(root.main(), "-s", "reload"));
    if (said.code() != 0)
      throw Fault.of(
          Fault.Kind.UNAVAILABLE,
          "nginx-not-reloaded",
          "Tried to make nginx read its files again, but it said: "
              + Complaints.first(said.said()));
  }

  @Override
  public void stop() {
    Optional<ProcessHandle> master = master();
    if (master.isEmpty()) return;
    // QUIT lets answers end, and may wait for hours: who stops the front door wants it shut.
    master.get().destroy();
    master.get().onExit().completeOnTimeout(master.get(), 10, TimeUnit.SECONDS).join();
  }

  @Override
  public String where() {
    return "on this machine";
  }

  private List<String> command(Path main, String... more) {
    List<String> words =
        new java.util.ArrayList<>(
            List.of(binary, "-p", root.path().toString(), "-c", main.toString()));
    words.addAll(List.of(more));
    return words;
  }

  private Optional<ProcessHandle> master() {
    try {
      if (!Files.exists(root.pid())) return Optional.empty();
      String text = Files.readString(root.pid()).strip();
      if (!text.matches("\\d{1,9}")) return Optional.empty();
      return ProcessHandle.of(Long.parseLong(text))
          .filter(ProcessHandle::isAlive)
          .filter(this::isOurs);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Another process may have the number by now. */
  private boolean isOurs(ProcessHandle process) {
    try {
      Path line = Path.of("/proc", Long.toString(process.pid()), "cmdline");
      return new String(Files.readAllBytes(line), UTF_8).contains(root.path().toString());
    } catch (IOException e) {
      return false;
    }
  }

  /** One that was killed left its socket, which would keep the next from starting. */
  private void clearTraces() {
    try {
      Files.deleteIfExists(root.socket());
      Files.deleteIfExists(root.pid());
    } catch (IOException e) {
      throw NginxRoot.broken("traces of an earlier nginx can’t be removed", e);
    }
  }

  private record Said(int code, String said) {}

  private Said run(List<String> command) {
    try {
      Path spoken = Files.createTempFile(root.path().resolve("temp"), "said", ".txt");
      try {
        // Into a file: a master that stays would hold a pipe open for ever.
        Process process =
            new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(spoken.toFile())
                .redirectInput(Path.of("/dev/null").toFile())
                .start();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
          process.destroyForcibly();
          return new Said(-1, "it did not answer within a minute");
        }
        return new Said(process.exitValue(), Files.readString(spoken));
      } finally {
        Files.deleteIfExists(spoken);
      }
    } catch (IOException e) {
      throw missing().because(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return new Said(-1, "it was interrupted");
    }
  }

  private Fault missing() {
    return Fault.of(
            Fault.Kind.UNAVAILABLE,
            "nginx-missing",
            "Tried to run nginx, but there is none at “" + binary + "”.")
        .advising(
            "Install it (apt-get install nginx-light), or set innkeeper.ingress.binary, or innkeeper.ingress.mode to"
                + " container.");
  }
}

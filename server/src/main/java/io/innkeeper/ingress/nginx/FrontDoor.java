package io.innkeeper.ingress.nginx;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.innkeeper.fault.Fault;
import java.io.IOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * Puts trees in place: checked by nginx first, in one move, taken back when its workers don't come
 * up with it. Thread-safe, also between processes on one home.
 */
public final class FrontDoor {
  private static final Duration COMING_UP = Duration.ofSeconds(20);
  private static final long LOOK_AGAIN_MILLIS = 5;

  /** Old workers may still answer for a moment: so many answers in a row must be the new ones'. */
  private static final int IN_A_ROW = 3;

  private final NginxRoot root;
  private final Nginx nginx;
  private final ReentrantLock alone = new ReentrantLock();

  public FrontDoor(NginxRoot root, Nginx nginx) {
    this.root = root;
    this.nginx = nginx;
  }

  public NginxRoot root() {
    return root;
  }

  public Nginx nginx() {
    return nginx;
  }

  /**
   * Serves a tree from now on. The one that is served already, untouched, is left alone.
   *
   * @return whether anything was changed
   * @throws Fault when nginx refuses it or doesn't come up with it; then all is as before
   */
  public boolean serve(Tree tree) {
    return serve(() -> tree);
  }

  /**
   * The same for one that is rendered when its turn has come, so that of two that come at once the
   * second knows what the first did.
   */
  public boolean serve(Supplier<Tree> wanted) {
    return alone(() -> serveAlone(wanted.get()));
  }

  /** Nobody else changes what lies there meanwhile, in this process or another. */
  private <T> T alone(Supplier<T> work) {
    alone.lock();
    try {
      root.prepare();
      try (FileChannel gate =
              FileChannel.open(
                  root.path().resolve(".lock"),
                  StandardOpenOption.CREATE,
                  StandardOpenOption.WRITE);
          FileLock held = gate.lock()) {
        return work.get();
      }
    } catch (IOException e) {
      throw NginxRoot.broken("the front door’s lock can’t be taken", e);
    } finally {
      alone.unlock();
    }
  }

  /** Whether nginx would take a tree; nothing is changed. Empty when it would. */
  public Optional<String> complaint(Tree tree) {
    alone.lock();
    try {
      root.prepare();
      boolean there = root.hash().filter(tree.hash()::equals).isPresent();
      Path staged = root.stage(tree);
      String said = nginx.complaint(staged);
      if (!there) root.drop(tree.hash());
      return said.isEmpty() ? Optional.empty() : Optional.of(Complaints.first(said));
    } finally {
      alone.unlock();
    }
  }

  /** Which files on the disk are not as they should be. */
  public List<String> drift(Tree wanted) {
    Map<String, String> found = root.found();
    Map<String, String> written = wanted.written();
    TreeSet<String> names = new TreeSet<>(found.keySet());
    names.addAll(written.keySet());
    List<String> different = new ArrayList<>();
    for (String name : names) {
      if (!found.containsKey(name)) different.add(name + " is missing");
      else if (!written.containsKey(name)) different.add(name + " should not be there");
      else if (!found.get(name).equals(written.get(name))) different.add(name + " was changed");
    }
    return different;
  }

  /** The hash of the tree that the workers serve, as they say; empty when nobody answers. */
  public Optional<String> served() {
    try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(root.socket()))) {
      channel.write(ByteBuffer.wrap("GET / HTTP/1.0\r\n\r\n".getBytes(UTF_8)));
      ByteBuffer answer = ByteBuffer.allocate(1024);
      while (answer.hasRemaining() && channel.read(answer) >= 0) {}
      String text = new String(answer.array(), 0, answer.position(), UTF_8);
      int body = text.indexOf("\r\n\r\n");
      return body < 0 ? Optional.empty() : Optional.of(text.substring(body + 4).strip());
    } catch (IOException nobody) {
      return Optional.empty();
    }
  }

  /** Drops all trees but the one that counts: keys of names that are gone lie in them. */
  public void forgetEarlier() {
    alone(
        () -> {
          Optional<String> counts = root.hash();
          counts.ifPresent(hash -> root.keepOnly(Set.of(hash)));
          return counts;
        });
  }

  private boolean serveAlone(Tree tree) {
    String hash = tree.hash();
    Optional<String> before = root.hash();
    boolean same = before.filter(hash::equals).isPresent() && drift(tree).isEmpty();
    if (same && nginx.runs() && served().filter(hash::equals).isPresent()) return false;
    Path staged = root.stage(tree);
    String said = nginx.complaint(staged);
    if (!said.isEmpty()) {
      if (before.filter(hash::equals).isEmpty()) root.drop(hash);
      throw refused(said);
    }
    root.point(hash);
    try {
      bringUp(hash);
    } catch (Fault e) {
      takeBack(before);
      throw e;
    }
    root.keepOnly(new TreeSet<>(List.of(hash, before.orElse(hash))));
    return true;
  }

  private void bringUp(String hash) {
    ErrorLog log = ErrorLog.at(root.logs());
    Workers earlier = Workers.of(root.path());
    if (nginx.runs()) nginx.reload();
    else nginx.start();
    if (comesUp(hash, earlier, log)) return;
    throw Fault.of(
            Fault.Kind.UNAVAILABLE,
            "nginx-workers",
            "nginx accepted its new files, but does not serve them, so the earlier ones are in place again: "
                + log.complaint().orElse("its workers did not come up"))
        .advising("Often another server has the port that is new.");
  }

  private void takeBack(Optional<String> before) {
    if (before.isEmpty()) {
      root.pointNowhere();
      return;
    }
    root.point(before.get());
    if (nginx.runs()) nginx.reload();
  }

  private boolean comesUp(String hash, Workers earlier, ErrorLog log) {
    long until = System.nanoTime() + COMING_UP.toNanos();
    int inARow = 0;
    while (System.nanoTime() < until) {
      inARow = served().filter(hash::equals).isPresent() ? inARow + 1 : 0;
      if (inARow >= IN_A_ROW && earlier.retired()) return true;
      if (inARow == 0 && log.complaint().isPresent()) return false;
      if ((inARow == 0 || inARow >= IN_A_ROW) && !pause()) return false;
    }
    return false;
  }

  private static boolean pause() {
    try {
      Thread.sleep(LOOK_AGAIN_MILLIS);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static Fault refused(String said) {
    String line = Complaints.first(said);
    return Fault.of(
            Fault.Kind.BROKEN,
            "nginx-refused",
            "nginx refused its new files, so the earlier ones stay: " + line)
        .advising("./innkeeper ingress check says it again; nothing was changed.");
  }
}

package io.innkeeper.http;

import io.innkeeper.store.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/** The certificate that console and API show. It changes while they are served. Thread-safe. */
public final class ConsoleTls {
  private final Home home;
  private final List<String> names;
  private final Clock clock;
  private final List<Consumer<KeyStore>> watchers = new CopyOnWriteArrayList<>();
  private volatile ServerCertificate shown;

  /**
   * Reads it, or makes one.
   *
   * @param names that a self-made one must be for, beside this machine's own
   */
  public ConsoleTls(Home home, List<String> names, Clock clock) {
    this.home = home;
    this.names = List.copyOf(names);
    this.clock = clock;
    this.shown = ServerCertificate.load(home, names, clock);
  }

  public ServerCertificate shown() {
    return shown;
  }

  /** Whether it was got from an authority, and so is ours to renew. */
  public boolean automatic() {
    try {
      return Files.exists(mark()) && Files.readString(mark()).equals(shown.fingerprint());
    } catch (IOException e) {
      return false;
    }
  }

  /** From now on another one is shown, also after a restart. */
  public synchronized void show(ServerCertificate other, boolean automatic) {
    ServerCertificate.keep(home, other);
    try {
      if (automatic) Files.writeString(mark(), other.fingerprint());
      else Files.deleteIfExists(mark());
    } catch (IOException e) {
      throw new UncheckedIOException("whose the certificate is can't be written", e);
    }
    shown = other;
    watchers.forEach(watcher -> watcher.accept(other.keyStore()));
  }

  /** From now on one that vouches for itself is shown. */
  public void showSelfMade() {
    show(ServerCertificate.fresh(names, clock), false);
  }

  /** Hears of each that takes the place of another. */
  public void watch(Consumer<KeyStore> watcher) {
    watchers.add(watcher);
  }

  private Path mark() {
    return home.tls().resolve("console.automatic");
  }
}

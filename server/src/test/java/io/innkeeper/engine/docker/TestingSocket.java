package io.innkeeper.engine.docker;

import io.innkeeper.engine.EngineAddress;
import io.innkeeper.engine.EngineSettings;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ByteChannel;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A second way to the real engine that can be cut, as if the engine had been restarted. */
final class TestingSocket implements AutoCloseable {
  private static final Path REAL = Path.of("/var/run/docker.sock");

  private final Path path;
  private final ServerSocketChannel door;
  private final List<SocketChannel> open = new CopyOnWriteArrayList<>();

  TestingSocket(Path path) throws IOException {
    this.path = path;
    this.door = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    door.bind(UnixDomainSocketAddress.of(path));
    Thread.ofPlatform().daemon().start(this::accept);
  }

  DockerEngine engine() {
    return engineAt(path);
  }

  static DockerEngine engineAt(Path socket) {
    EngineSettings defaults = EngineSettings.defaults();
    return new DockerEngine(
        new EngineSettings(
            EngineAddress.parse("unix://" + socket),
            defaults.timeout(),
            defaults.subnetPool(),
            defaults.bridgePrefix(),
            defaults.firstPort(),
            defaults.lastPort()));
  }

  /** Ends every connection; new ones are accepted. */
  void cut() {
    open.forEach(TestingSocket::shut);
    open.clear();
  }

  @Override
  public void close() throws IOException {
    door.close();
    cut();
    Files.deleteIfExists(path);
  }

  private void accept() {
    try {
      while (true) {
        SocketChannel caller = door.accept();
        SocketChannel engine = SocketChannel.open(UnixDomainSocketAddress.of(REAL));
        open.addAll(List.of(caller, engine));
        Thread.ofPlatform().daemon().start(() -> pump(caller, engine));
        Thread.ofPlatform().daemon().start(() -> pump(engine, caller));
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  private static void pump(SocketChannel from, SocketChannel to) {
    try {
      Channels.newInputStream((ByteChannel) from).transferTo(Channels.newOutputStream(to));
    } catch (IOException cut) {
      // Either side may go.
    } finally {
      shut(from);
      shut(to);
    }
  }

  private static void shut(SocketChannel channel) {
    try {
      channel.close();
    } catch (IOException unimportant) {
      // It is closed either way.
    }
  }
}

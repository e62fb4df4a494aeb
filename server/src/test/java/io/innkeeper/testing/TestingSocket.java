package io.innkeeper.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A socket in front of the engine's own, which can go away and come back without stopping the
 * engine.
 */
public final class TestingSocket implements AutoCloseable {
  private static final Path ENGINE = Path.of("/var/run/docker.sock");

  private final Path path;
  private final Set<SocketChannel> open = ConcurrentHashMap.newKeySet();
  private volatile ServerSocketChannel server;

  public TestingSocket(Path path) {
    this.path = path;
    comeBack();
  }

  /** As the setting innkeeper.engine.address takes it. */
  public String address() {
    return "unix://" + path;
  }

  public void comeBack() {
    try {
      Files.deleteIfExists(path);
      server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
      server.bind(UnixDomainSocketAddress.of(path));
      Thread.ofVirtual().start(this::accept);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** As if the engine had been stopped: every connection breaks, no new one is taken. */
  public void goAway() {
    try {
      server.close();
      Files.deleteIfExists(path);
      for (SocketChannel channel : open) channel.close();
      open.clear();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    goAway();
  }

  private void accept() {
    ServerSocketChannel mine = server;
    while (mine.isOpen()) {
      try {
        SocketChannel near = mine.accept();
        SocketChannel far = SocketChannel.open(UnixDomainSocketAddress.of(ENGINE));
        open.add(near);
        open.add(far);
        Thread.ofPlatform().daemon().start(() -> copy(near, far));
        Thread.ofPlatform().daemon().start(() -> copy(far, near));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void copy(SocketChannel from, SocketChannel to) {
    ByteBuffer buffer = ByteBuffer.allocate(16_384);
    try {
      while (from.read(buffer) >= 0) {
        buffer.flip();
        while (buffer.hasRemaining()) to.write(buffer);
        buffer.clear();
      }
      to.shutdownOutput();
    } catch (IOException closed) {
      try {
        from.close();
        to.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    } finally {
      open.remove(from);
    }
  }
}

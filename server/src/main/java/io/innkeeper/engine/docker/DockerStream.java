package io.innkeeper.engine.docker;

import com.github.dockerjava.api.async.ResultCallback;
import java.io.Closeable;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A stream of answers from the engine: gives each to the sink and knows when it began, when it
 * ended and what broke it. Closing it is an ordinary end.
 */
final class DockerStream<T> implements ResultCallback<T> {
  private final Consumer<T> sink;
  private final Runnable begun;
  private final CountDownLatch ended = new CountDownLatch(1);
  private @Nullable Closeable connection;
  private @Nullable Throwable broken;
  private boolean closed;

  DockerStream(Consumer<T> sink) {
    this(sink, () -> {});
  }

  /** {@code begun} runs when the engine has accepted the request. */
  DockerStream(Consumer<T> sink, Runnable begun) {
    this.sink = sink;
    this.begun = begun;
  }

  /** Waits for the end; throws what broke the stream. */
  void await() throws InterruptedException {
    ended.await();
    Throwable thrown = broken();
    if (thrown instanceof RuntimeException runtime) {
      throw runtime;
    }
    if (thrown != null) {
      throw new IllegalStateException(thrown);
    }
  }

  @Override
  public void onStart(Closeable stream) {
    if (closedBefore(stream)) {
      shut(stream);
    } else {
      begun.run();
    }
  }

  @Override
  public void onNext(T answer) {
    if (ended.getCount() > 0) {
      sink.accept(answer);
    }
  }

  @Override
  public void onError(Throwable thrown) {
    synchronized (this) {
      if (!closed) {
        broken = thrown;
      }
    }
    ended.countDown();
  }

  @Override
  public void onComplete() {
    ended.countDown();
  }

  @Override
  public void close() {
    Closeable open;
    synchronized (this) {
      closed = true;
      open = connection;
    }
    ended.countDown();
    if (open != null) {
      shut(open);
    }
  }

  private synchronized @Nullable Throwable broken() {
    return broken;
  }

  private synchronized boolean closedBefore(Closeable stream) {
    connection = stream;
    return closed;
  }

  private static void shut(Closeable stream) {
    try {
      stream.close();
    } catch (IOException unimportant) {
      // We only read from it, and want no more.
    }
  }
}

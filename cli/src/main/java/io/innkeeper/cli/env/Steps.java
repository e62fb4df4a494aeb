package io.innkeeper.cli.env;

import io.innkeeper.cli.desk.ExitCode;
import io.innkeeper.cli.desk.Refusal;
import java.io.PrintStream;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Steps of which either all stay or none: unless {@link #keep} was reached they are taken back, the
 * last first, when this closes and also when the process is told to end (Ctrl-C).
 */
final class Steps implements AutoCloseable {
  private final PrintStream err;
  private final ReentrantLock lock = new ReentrantLock();
  private final Deque<Undo> undos = new ArrayDeque<>();
  private final Thread atExit = new Thread(this::stop, "take steps back");
  private boolean stopped;

  Steps(PrintStream err) {
    this.err = err;
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  /** Takes one step. Being told to end waits for it, so that nothing is made unnoticed. */
  <T> T take(Supplier<T> step, Function<T, Undo> undo) {
    lock.lock();
    try {
      refuseIfStopped();
      T taken = step.get();
      undos.push(undo.apply(taken));
      return taken;
    } finally {
      lock.unlock();
    }
  }

  /** From here on all stays. */
  void keep() {
    lock.lock();
    try {
      refuseIfStopped();
      undos.clear();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      if (stopped) return;
      takeBack();
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException e) {
      // The process ends already; the hook finds nothing left to do.
      stopped = true;
    } finally {
      lock.unlock();
    }
  }

  private void stop() {
    lock.lock();
    try {
      stopped = true;
      takeBack();
    } finally {
      lock.unlock();
    }
  }

  private void takeBack() {
    while (!undos.isEmpty()) {
      Undo undo = undos.pop();
      try {
        undo.action().run();
        err.println(undo.said());
      } catch (Refusal failed) {
        err.println(undo.left() + " (" + failed.said() + ")");
      }
    }
  }

  private void refuseIfStopped() {
    if (stopped) throw new Refusal(ExitCode.NOT_CONFIRMED, "Stopped before the end.", "");
  }
}

package io.innkeeper.statement;

import io.innkeeper.fault.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/** Several who do something at the same moment. */
final class AtOnce {
  static final String DONE = "done";

  private AtOnce() {}

  /** What became of each: {@link #DONE}, or the code of the refusal. */
  static List<String> outcomes(int many, IntConsumer act) {
    CyclicBarrier begin = new CyclicBarrier(many);
    List<Future<String>> running = new ArrayList<>();
    List<String> outcomes = new ArrayList<>();
    try (ExecutorService workers = Executors.newFixedThreadPool(many)) {
      for (int one = 0; one < many; one++) {
        int number = one;
        running.add(
            workers.submit(
                () -> {
                  begin.await();
                  return outcome(number, act);
                }));
      }
      for (Future<String> each : running) outcomes.add(each.get());
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(e);
    }
    return outcomes;
  }

  private static String outcome(int number, IntConsumer act) {
    try {
      act.accept(number);
      return DONE;
    } catch (Fault e) {
      return e.code();
    }
  }
}

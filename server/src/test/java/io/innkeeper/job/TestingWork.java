package io.innkeeper.job;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;

/** A kind of work put together by a test; it writes down what was done and undone, in order. */
final class TestingWork implements Work {
  static final String KIND = "test.work";

  private final List<Step> steps = new ArrayList<>();
  private final List<String> done = Collections.synchronizedList(new ArrayList<>());
  private int most = Integer.MAX_VALUE;

  @Override
  public String kind() {
    return KIND;
  }

  @Override
  public List<Step> steps(Job job) {
    return List.copyOf(steps);
  }

  @Override
  public int atOnce(int parallel) {
    return Math.min(most, parallel);
  }

  /** Never more of it at once than so many. */
  TestingWork most(int number) {
    most = number;
    return this;
  }

  /** A step that succeeds, and whose way back does too. */
  TestingWork step(String name) {
    return step(name, Step.NOTHING);
  }

  TestingWork step(String name, Step.Act act) {
    return step(name, act, Step.NOTHING);
  }

  TestingWork step(String name, Step.Act act, Step.Act undo) {
    steps.add(new Step(name, noted(name, act), noted("un" + name, undo)));
    return this;
  }

  /** What was begun, in order: a step by its name, its way back with "un" before it. */
  List<String> done() {
    return List.copyOf(done);
  }

  private Step.Act noted(String name, Step.Act act) {
    return progress -> {
      done.add(name);
      act.run(progress);
    };
  }

  /** An act that tells when it has begun, and then waits until it is let go or interrupted. */
  static final class Pause implements Step.Act {
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch free = new CountDownLatch(1);

    @Override
    public void run(Progress progress) throws InterruptedException {
      begun.countDown();
      free.await();
    }

    void awaitBegun() throws InterruptedException {
      begun.await();
    }

    void letGo() {
      free.countDown();
    }
  }
}

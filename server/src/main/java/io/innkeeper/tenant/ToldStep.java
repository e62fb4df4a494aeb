package io.innkeeper.tenant;

import io.innkeeper.engine.EngineException;
import io.innkeeper.fault.Fault;
import io.innkeeper.job.Progress;
import io.innkeeper.job.Step;

/** A step whose failure people are told in one sentence, whoever caused it. */
final class ToldStep {
  private static final String FAILURE = "failure";

  private ToldStep() {}

  /** A step that remembers its failure's sentence for those who tell where it left the tenant. */
  static Step step(String name, Step.Act act) {
    return Step.of(
        name,
        progress -> {
          try {
            act.run(progress);
          } catch (Fault e) {
            remember(progress, e.said());
            throw e;
          } catch (EngineException e) {
            remember(progress, String.valueOf(e.getMessage()));
            throw EngineFaults.of(e);
          }
        });
  }

  /** The engine's troubles as faults, so that the job tells them. */
  static Step.Act told(Step.Act way) {
    return progress -> {
      try {
        way.run(progress);
      } catch (EngineException e) {
        throw EngineFaults.of(e);
      }
    };
  }

  /** What failed; of what was cancelled or failed as nobody foresaw, the job's own sentence. */
  static String why(Progress progress) {
    String told = progress.recall(FAILURE);
    return told.isEmpty() ? progress.why() : told;
  }

  private static void remember(Progress progress, String sentence) throws InterruptedException {
    // What fails because somebody cancelled is no reason of its own.
    progress.checkCancelled();
    progress.remember(FAILURE, sentence);
  }
}

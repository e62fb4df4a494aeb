package io.innkeeper.sealing;

import io.innkeeper.job.Progress;
import java.util.Map;

/** Ends the process after some questions whether it was cancelled. */
public final class DyingProgress implements Progress {
  private final Map<String, String> facts;
  private int left;

  public DyingProgress(Map<String, String> facts, int left) {
    this.facts = facts;
    this.left = left;
  }

  @Override
  public void now(String words) {}

  @Override
  public void say(String line) {}

  @Override
  public void remember(String name, String value) {
    facts.put(name, value);
  }

  @Override
  public String recall(String name) {
    return facts.getOrDefault(name, "");
  }

  @Override
  public String why() {
    return "";
  }

  @Override
  public void checkCancelled() throws InterruptedException {
    if (left-- <= 0) throw new InterruptedException("killed");
  }
}

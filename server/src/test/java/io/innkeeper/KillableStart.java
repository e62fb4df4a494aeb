package io.innkeeper;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** Starts the server and dies, as if the power failed, when it comes to its nth step. */
final class KillableStart {
  static final int KILLED = 137;

  private KillableStart() {}

  public static void main(String[] words) {
    int last = Integer.parseInt(words[0]);
    List<String> flags = Arrays.asList(words).subList(1, words.length);
    AtomicInteger passed = new AtomicInteger();
    Server.start(
        InnkeeperSettings.read(flags, Map.of()),
        Clock.systemUTC(),
        step -> {
          if (passed.incrementAndGet() == last) Runtime.getRuntime().halt(KILLED);
        });
    Runtime.getRuntime().halt(0);
  }
}

package io.innkeeper.simulators.vcf;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** How a stand-in misbehaves: for the next question that fits, or for all. */
final class Moods {
  private final List<Mood> moods = new CopyOnWriteArrayList<>();

  /**
   * One mood.
   *
   * @param place how the question's line begins, for example {@code GET /v1/credentials}
   * @param left how often; below zero for always
   */
  private static final class Mood {
    private final String place;
    private final String word;
    private int left;

    Mood(String place, String word, int left) {
      this.place = place;
      this.word = word;
      this.left = left;
    }
  }

  void add(String place, String word, int times) {
    if (!word.matches(
        "status=\\d{3}|html|cut|slow=\\d{1,6}|late=\\d{1,6}|throttle(=\\d{1,6})?|expire|page-short"
            + "|shrink|bare|echo"))
      throw new IllegalArgumentException("The stand-in can't do “" + word + "”.");
    moods.add(new Mood(place, word, times));
  }

  void forget() {
    moods.clear();
  }

  synchronized Optional<String> next(String line) {
    for (Mood mood : moods) {
      if (!line.startsWith(mood.place)) continue;
      if (mood.left > 0 && --mood.left == 0) moods.remove(mood);
      return Optional.of(mood.word);
    }
    return Optional.empty();
  }
}

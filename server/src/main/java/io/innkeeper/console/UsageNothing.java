package io.innkeeper.console;

import io.innkeeper.console.view.Action;
import io.innkeeper.console.view.Empty;
import io.innkeeper.console.view.Sentence;
import io.innkeeper.console.view.Words;
import java.util.List;

/** Nothing was used, and could not look: two things that never look or read alike. */
final class UsageNothing {
  private UsageNothing() {}

  static Empty none(Looking looking) {
    Words words = looking.words();
    String days = UsageHeads.label(looking);
    return Empty.none(
        words.tell("No usage: %s", days),
        words.say("We looked, and no model was called in these days. Nothing is owed for them."),
        Action.go(
            words.say("The days before"),
            looking.period().earlier(looking.to(UsageTab.STATS)).toString()));
  }

  static Empty broken(Looking looking, Address again) {
    Words words = looking.words();
    return new Empty(
        Empty.Kind.BROKEN,
        words.say("Usage could not be loaded"),
        Sentence.of(
                words.say("The store did not answer. This is not “no usage”: nothing is lost.")
                    + " "
                    + words.say("Request")
                    + " ")
            .code(looking.call().requestId())
            .plain("."),
        List.of(Action.go(words.say("Try again"), again.toString()).with("refresh-cw")));
  }
}

package io.innkeeper.simulators.openrouter;

import io.innkeeper.simulators.openrouter.Models.Model;
import java.time.Instant;
import java.util.List;

/**
 * One call with all that is decided about it before the first byte.
 *
 * @param model that answers
 * @param text of the whole answer
 * @param counted tokens of the whole answer
 * @param spend what the whole answer costs
 */
record Call(
    String endpoint,
    ApiKey key,
    Asked asked,
    Behaviour behaviour,
    Model model,
    String generation,
    String provider,
    String text,
    String finish,
    Counted counted,
    Spend spend,
    Instant began) {
  private static final int CHARS_PER_TOKEN = 4;

  /** Decides everything. */
  static Call of(
      String endpoint,
      ApiKey key,
      Asked asked,
      Behaviour behaviour,
      Model model,
      String generation,
      Instant now) {
    String text = Answers.to(asked, behaviour);
    String finish = behaviour.text(Word.FINISH).orElse("stop");
    if ((text.length() - 1) / CHARS_PER_TOKEN >= asked.mostTokens()) {
      text = text.substring(0, asked.mostTokens() * CHARS_PER_TOKEN);
      finish = "length";
    }
    if (behaviour.is(Word.CACHE_HIT)) {
      Counted none = new Counted(0, 0, 0, 0, 0, 0);
      return new Call(
          endpoint,
          key,
          asked,
          behaviour,
          model,
          generation,
          provider(asked, behaviour),
          text,
          finish,
          none,
          Spend.NOTHING,
          now);
    }
    Counted counted = count(asked, behaviour, text);
    return new Call(
        endpoint,
        key,
        asked,
        behaviour,
        model,
        generation,
        provider(asked, behaviour),
        text,
        finish,
        counted,
        model.tariff().bill(counted, now, behaviour),
        now);
  }

  private static String provider(Asked asked, Behaviour behaviour) {
    String wanted = asked.provider().isEmpty() ? Providers.USUAL : asked.provider();
    return behaviour.text(Word.PROVIDER).orElse(wanted).replace('_', ' ');
  }

  private static Counted count(Asked asked, Behaviour behaviour, String text) {
    long prompt = tokens(asked.promptChars());
    long completion = tokens(text.length());
    String[] said = behaviour.text(Word.TOKENS).orElse("").split("/");
    if (said.length == 2) {
      prompt = Long.parseLong(said[0]);
      completion = Long.parseLong(said[1]);
    }
    long reasoning = behaviour.number(Word.REASONING, 0);
    if (said.length != 2) completion += reasoning;
    return new Counted(
        prompt,
        completion,
        behaviour.number(Word.CACHED, 0),
        behaviour.number(Word.WRITTEN, 0),
        reasoning,
        asked.images());
  }

  private static long tokens(long chars) {
    return (chars + CHARS_PER_TOKEN - 1) / CHARS_PER_TOKEN;
  }

  List<String> pieces() {
    return Answers.pieces(text, behaviour);
  }

  boolean is(Word word) {
    return behaviour.is(word);
  }

  long created() {
    return began.getEpochSecond();
  }

  /** Whether the call fails in the middle of its answer, which costs nothing. */
  boolean fails() {
    return asked.stream() && is(Word.ERROR_AFTER) || is(Word.ERROR_IN_200);
  }

  /** What is charged when the answer ended after so many tokens. */
  Spend charged(long tokens, boolean completed) {
    if (fails()) return Spend.NOTHING;
    if (completed || !asked.stream() || !Providers.stops(provider)) return spend;
    long given = Math.min(tokens, counted.completion());
    if (given == 0) return Spend.NOTHING;
    if (given == counted.completion()) return spend;
    return model.tariff().bill(counted.after(given), began, behaviour);
  }

  /** The line in the books when the answer ended. */
  Charge charge(long number, long tokens, boolean completed, Instant ended) {
    Spend charged = charged(tokens, completed);
    boolean whole = completed && !fails();
    return new Charge(
        number,
        generation,
        key.hash(),
        endpoint,
        asked.model(),
        model.id(),
        provider,
        asked.user(),
        asked.stream(),
        charged,
        !completed,
        completed,
        whole ? finish : fails() ? "error" : "",
        began,
        ended);
  }
}

package io.innkeeper.gateway;

import io.innkeeper.budget.BudgetBook;
import io.innkeeper.budget.Limit;
import io.innkeeper.budget.Reservation;
import io.innkeeper.budget.Spender;
import io.innkeeper.budget.Standing;
import io.innkeeper.money.Usd;
import io.innkeeper.usage.EndUser;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/** May this call be made? Model, length, pace and budget, in this order; all from memory. */
final class Admission {
  /** Fewer bytes than this are no token in any text we know; so a prompt has at most that many. */
  private static final long BYTES_PER_TOKEN = 2;

  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("LLLL", Locale.ENGLISH);

  /**
   * What is asked.
   *
   * @param others models that the upstream may take instead
   * @param bytes of the request
   * @param maxTokens the answer's limit that the request sets itself
   * @param answers how many answers are asked for
   */
  record Question(
      KnownKey key,
      Optional<EndUser> user,
      Endpoint endpoint,
      String model,
      List<String> others,
      long bytes,
      OptionalLong maxTokens,
      long answers) {
    /** All models that may answer. */
    List<String> models() {
      return Stream.concat(Stream.of(model), others.stream()).toList();
    }
  }

  /** The outcome. */
  sealed interface Answer {
    /**
     * @param lowered the answer's limit that must be set so that the budget holds
     */
    record Admitted(Reservation reservation, OptionalLong lowered) implements Answer {}

    record Refused(Refusal refusal) implements Answer {}
  }

  private final GatewayParts parts;
  private final Usd unpriced;

  Admission(GatewayParts parts) {
    this.parts = parts;
    this.unpriced = Usd.parse(parts.settings().reserveUnpriced());
  }

  Answer of(Question question, Instant now) {
    for (String model : question.models()) {
      if (question.key().allows(model)) continue;
      return refused(
          403, "model-not-allowed", "Your organisation does not use the model “" + model + "”.");
    }
    OptionalLong cap = question.key().limits().maxTokens();
    if (cap.isPresent() && question.maxTokens().orElse(0) > cap.getAsLong()) {
      return refused(
          400,
          "answer-too-long",
          "An answer may have at most " + cap.getAsLong() + " tokens here. Ask for a shorter one.");
    }
    long prompt = prompt(question);
    Optional<Refusal> stopped =
        parts.turnstiles().enter(question.key(), userId(question), prompt, now);
    if (stopped.isPresent()) return new Answer.Refused(stopped.get());
    Answer answer = reserve(question, prompt, now);
    if (answer instanceof Answer.Refused) parts.turnstiles().leave(question.key());
    return answer;
  }

  private Answer reserve(Question question, long prompt, Instant now) {
    Optional<Tariff.Price> price = parts.tariff().get().of(question.model());
    long longest = longest(question, price);
    Usd worst = worst(question, price, prompt, longest, now);
    for (String other : question.others()) {
      Optional<Tariff.Price> its = parts.tariff().get().of(other);
      Usd cost = worst(question, its, prompt, longest(question, its), now);
      if (cost.compareTo(worst) > 0) worst = cost;
    }
    Spender spender = spender(question);
    return switch (parts.budgets().reserve(spender, worst, now)) {
      case BudgetBook.Outcome.Reserved(Reservation reservation) ->
          new Answer.Admitted(reservation, OptionalLong.empty());
      case BudgetBook.Outcome.Refused(Standing standing) ->
          lowers(question, standing)
              .flatMap(nothing -> price)
              .flatMap(known -> lower(question, known, prompt, longest, now))
              .orElseGet(() -> usedUp(question, standing, now));
    };
  }

  /** The longest answer that the budget still allows, if one of at least 16 tokens does. */
  private Optional<Answer> lower(
      Question question, Tariff.Price price, long prompt, long longest, Instant now) {
    if (question.endpoint().lengthField().isEmpty()) return Optional.empty();
    Usd left = parts.budgets().left(spender(question), now).orElse(Usd.ZERO);
    long fits = 0;
    long above = longest;
    while (fits < above) {
      long middle = (fits + above + 1) / 2;
      Usd cost = price.worstCase(prompt, middle * question.answers(), now);
      if (cost.compareTo(left) <= 0) fits = middle;
      else above = middle - 1;
    }
    if (fits < 16) return Optional.empty();
    Usd worst = price.worstCase(prompt, fits * question.answers(), now);
    return parts.budgets().reserve(spender(question), worst, now)
            instanceof BudgetBook.Outcome.Reserved(Reservation reservation)
        ? Optional.of(new Answer.Admitted(reservation, OptionalLong.of(fits)))
        : Optional.empty();
  }

  private Usd worst(
      Question question, Optional<Tariff.Price> price, long prompt, long longest, Instant now) {
    return price
        .map(
            known ->
                known.worstCase(
                    Math.min(prompt, known.context().orElse(Long.MAX_VALUE)),
                    longest * question.answers(),
                    now))
        .orElse(unpriced);
  }

  private static long prompt(Question question) {
    return question.endpoint().json() ? question.bytes() / BYTES_PER_TOKEN + 1 : 0;
  }

  private long longest(Question question, Optional<Tariff.Price> price) {
    if (question.endpoint().lengthField().isEmpty()) return 0;
    long most = parts.settings().reserveTokens();
    OptionalLong ofModel = price.isPresent() ? price.get().longestAnswer() : OptionalLong.empty();
    if (question.maxTokens().isPresent()) {
      return Math.min(question.maxTokens().getAsLong(), ofModel.orElse(Long.MAX_VALUE / 4));
    }
    return Math.min(ofModel.orElse(most), most);
  }

  /** Whether the account in the way lets a shorter answer be given instead. */
  private static Optional<Standing> lowers(Question question, Standing standing) {
    boolean lowers = standing.limit().filter(Limit::lowers).isPresent();
    return lowers && question.others().isEmpty() ? Optional.of(standing) : Optional.empty();
  }

  private Answer usedUp(Question question, Standing standing, Instant now) {
    House house = question.key().house();
    String month = MONTH.format(now.atZone(house.zone()));
    return refused(
        402,
        "budget-used-up",
        "%s budget for %s is used up. Ask your administrator to raise it."
            .formatted(whose(standing), month));
  }

  private static String whose(Standing standing) {
    return switch (standing.scope().kind()) {
      case ORGANISATION -> "Your organisation's";
      case TENANT -> "This workspace's";
      case USER -> "Your own";
      case KEY -> "This key's";
    };
  }

  private static Spender spender(Question question) {
    KnownKey key = question.key();
    return new Spender(key.house().id(), key.tenant(), Optional.of(key.id()), userId(question));
  }

  private static Optional<String> userId(Question question) {
    return question.user().filter(EndUser::verified).map(EndUser::id);
  }

  private static Answer refused(int status, String code, String sentence) {
    return new Answer.Refused(Refusal.of(status, code, sentence));
  }
}

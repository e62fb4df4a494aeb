package io.innkeeper.gateway;

import io.innkeeper.budget.BudgetBook;
import io.innkeeper.budget.Limit;
import io.innkeeper.budget.Reservation;
import io.innkeeper.budget.Spender;
import io.innkeeper.budget.Standing;
import io.innkeeper.money.Usd;
import io.innkeeper.usage.EndUser;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** May this call be made? Model, length, pace and budget, in this order; all from memory. */
final class Admission {
  /**
   * A guess at a usual prompt, for the pace only; what is reserved counts each byte as one token.
   */
  private static final long BYTES_PER_TOKEN = 2;

  /**
   * No model known counts more for one picture: 48,169 is the most that a small one's list says.
   */
  static final long TOKENS_PER_PICTURE = 50_000;

  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("LLLL", Locale.ENGLISH);

  /**
   * What is asked.
   *
   * @param others models that the upstream may take instead
   * @param bytes of the request
   * @param pictures in it, or what may be one
   * @param asked the answers it asks for itself
   */
  record Question(
      KnownKey key,
      Optional<EndUser> user,
      Endpoint endpoint,
      String model,
      List<String> others,
      long bytes,
      long pictures,
      AskedAnswers asked) {
    /** All models that may answer. */
    List<String> models() {
      if (others.isEmpty()) return List.of(model);
      return Stream.concat(Stream.of(model), others.stream()).toList();
    }

    /** The same if no answer can be longer than so much. */
    Question atMost(OptionalLong tokens) {
      return new Question(
          key, user, endpoint, model, others, bytes, pictures, asked.atMost(tokens));
    }
  }

  /** The outcome. */
  sealed interface Answer {
    /**
     * @param lowered the answer's limit that must be set so that key and budget hold
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

  /**
   * @param arrived decides the month, as it does in the ledger
   */
  Answer of(Question question, Instant arrived) {
    Optional<Refusal> stopped =
        forbidden(question)
            .or(
                () ->
                    parts
                        .turnstiles()
                        .enter(
                            question.key(),
                            userId(question),
                            pace(question),
                            parts.clock().instant()));
    if (stopped.isPresent()) return new Answer.Refused(stopped.get());
    boolean admitted = false;
    try {
      Answer answer = reserve(question, arrived);
      admitted = answer instanceof Answer.Admitted;
      return answer;
    } catch (ArithmeticException e) {
      return new Answer.Refused(tooDear());
    } finally {
      if (!admitted) parts.turnstiles().leave(question.key());
    }
  }

  /**
   * Whether a call that was let in before its request was known whole may go on; what it asks more
   * than was held for it is reserved too.
   *
   * @param lowered the answer's limit that is set in any case
   * @param more is given what is reserved beside
   */
  Optional<Refusal> again(
      Question whole, OptionalLong lowered, Usd held, Instant arrived, Consumer<Reservation> more) {
    try {
      return forbidden(whole).or(() -> beyond(whole, lowered, held, arrived, more));
    } catch (ArithmeticException e) {
      return Optional.of(tooDear());
    }
  }

  private Optional<Refusal> beyond(
      Question whole, OptionalLong lowered, Usd held, Instant arrived, Consumer<Reservation> more) {
    Usd worst = worst(whole.atMost(lowered), arrived);
    if (worst.compareTo(held) <= 0) return Optional.empty();
    return switch (parts.budgets().reserve(spender(whole), worst.minus(held), arrived)) {
      case BudgetBook.Outcome.Reserved(Reservation reservation) -> {
        more.accept(reservation);
        yield Optional.empty();
      }
      case BudgetBook.Outcome.Refused(Standing standing) ->
          Optional.of(usedUp(whole, standing, arrived));
    };
  }

  private Optional<Refusal> forbidden(Question question) {
    for (String model : question.models()) {
      if (question.key().allows(model)) continue;
      return Optional.of(
          Refusal.of(
              403,
              "model-not-allowed",
              "Your organisation does not use the model “" + model + "”."));
    }
    OptionalLong cap = question.key().limits().maxTokens();
    if (cap.isPresent() && question.asked().longest().orElse(0) > cap.getAsLong()) {
      return Optional.of(
          Refusal.of(
              400,
              "answer-too-long",
              "An answer may have at most "
                  + cap.getAsLong()
                  + " tokens here. Ask for a shorter one."));
    }
    return Optional.empty();
  }

  private Answer reserve(Question asked, Instant arrived) {
    OptionalLong set = unasked(asked);
    Question question = asked.atMost(set);
    Usd worst = worst(question, arrived);
    return switch (parts.budgets().reserve(spender(question), worst, arrived)) {
      case BudgetBook.Outcome.Reserved(Reservation reservation) ->
          new Answer.Admitted(reservation, set);
      case BudgetBook.Outcome.Refused(Standing standing) ->
          lowers(question, standing)
              .flatMap(nothing -> price(question, question.model()))
              .flatMap(known -> lower(question, known, arrived))
              .orElseGet(() -> new Answer.Refused(usedUp(question, standing, arrived)));
    };
  }

  /** The key's limit, which holds for those too who ask for none. */
  private OptionalLong unasked(Question question) {
    OptionalLong cap = question.key().limits().maxTokens();
    boolean open =
        !question.endpoint().lengthFields().isEmpty() && question.asked().longest().isEmpty();
    if (!open || cap.isEmpty()) return OptionalLong.empty();
    long ofModel =
        price(question, question.model()).stream()
            .flatMapToLong(price -> price.longestAnswer().stream())
            .findFirst()
            .orElse(Long.MAX_VALUE);
    return OptionalLong.of(Math.min(cap.getAsLong(), ofModel));
  }

  /** The longest answer that the budget still allows, if one of at least 16 tokens does. */
  private Optional<Answer> lower(Question question, Tariff.Price price, Instant arrived) {
    if (question.endpoint().lengthFields().isEmpty()) return Optional.empty();
    long answers = question.asked().count();
    Usd left = parts.budgets().left(spender(question), arrived).orElse(Usd.ZERO);
    long fits = 0;
    long above = longest(question, Optional.of(price));
    while (fits < above) {
      long middle = (fits + above + 1) / 2;
      Usd cost = cost(question, price, middle * answers, arrived);
      if (cost.compareTo(left) <= 0) fits = middle;
      else above = middle - 1;
    }
    if (fits < 16) return Optional.empty();
    Usd worst = cost(question, price, fits * answers, arrived);
    return parts.budgets().reserve(spender(question), worst, arrived)
            instanceof BudgetBook.Outcome.Reserved(Reservation reservation)
        ? Optional.of(new Answer.Admitted(reservation, OptionalLong.of(fits)))
        : Optional.empty();
  }

  /** Of the dearest model that may answer. Sound and pictures aren't counted by their bytes. */
  private Usd worst(Question question, Instant at) {
    long answers = question.asked().count();
    Usd worst =
        question.endpoint().measured() ? Usd.ZERO : unpriced.times(BigDecimal.valueOf(answers));
    for (String model : question.models()) {
      Optional<Tariff.Price> price = price(question, model);
      long tokens = longest(question, price) * answers;
      Usd cost = price.map(known -> cost(question, known, tokens, at)).orElse(unpriced);
      if (cost.compareTo(worst) > 0) worst = cost;
    }
    return worst;
  }

  /**
   * Where a router answers for a model without a price of its own, any that is allowed may. What
   * another upstream costs isn't known at all.
   */
  private Optional<Tariff.Price> price(Question question, String model) {
    Optional<Tariff.Price> known = parts.tariff().get().of(model);
    boolean chosen =
        known.isEmpty()
            && question.key().house().upstream(model).filter(Upstream::router).isPresent();
    return chosen ? parts.tariff().get().dearest(question.key()::allows) : known;
  }

  private static Usd cost(Question question, Tariff.Price price, long tokens, Instant at) {
    Usd pictures = price.picture(at).times(BigDecimal.valueOf(question.pictures()));
    ModelVariant variant = ModelVariant.of(question.models(), question.asked());
    long prompt = prompt(question, price, variant);
    return variant.of(price.worstCase(prompt, tokens, at).plus(pictures));
  }

  private static long pace(Question question) {
    return question.endpoint().json() ? question.bytes() / BYTES_PER_TOKEN + 1 : 0;
  }

  /** No token of a text is shorter than a byte, and no prompt longer than what the model takes. */
  private static long prompt(Question question, Tariff.Price price, ModelVariant variant) {
    long bytes = question.endpoint().json() ? question.bytes() + 1 : 0;
    long most = bytes + question.pictures() * TOKENS_PER_PICTURE + variant.found();
    return Math.min(most, price.context().orElse(Long.MAX_VALUE));
  }

  private long longest(Question question, Optional<Tariff.Price> price) {
    if (question.endpoint().lengthFields().isEmpty()) return 0;
    long usual = parts.settings().reserveTokens();
    OptionalLong ofModel = price.isPresent() ? price.get().longestAnswer() : OptionalLong.empty();
    long most = ofModel.orElse(AskedAnswers.MOST_TOKENS);
    return Math.min(question.asked().longest().orElse(Math.min(usual, most)), most);
  }

  /** Whether the account in the way lets a shorter answer be given instead. */
  private static Optional<Standing> lowers(Question question, Standing standing) {
    boolean lowers = standing.limit().filter(Limit::lowers).isPresent();
    return lowers && question.others().isEmpty() ? Optional.of(standing) : Optional.empty();
  }

  private Refusal usedUp(Question question, Standing standing, Instant now) {
    House house = question.key().house();
    String month = MONTH.format(now.atZone(house.zone()));
    return Refusal.of(
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

  private static Refusal tooDear() {
    return Refusal.of(402, "call-too-dear", "What this call could cost can't be reckoned with.");
  }
}

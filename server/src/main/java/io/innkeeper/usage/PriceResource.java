package io.innkeeper.usage;

import static io.innkeeper.caller.Role.CLIENT;

import io.innkeeper.client.Page;
import io.innkeeper.client.PriceAgeView;
import io.innkeeper.client.PriceView;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.http.PageRequest;
import io.innkeeper.http.Routes;
import io.innkeeper.http.TypeOf;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;

/** What models cost, for programs: {@code /api/v1/prices}. */
public final class PriceResource {
  private static final String PLACE = "/api/v1/prices";
  private static final List<String> STATES = List.of("listed", "new", "gone");

  private final Prices prices;
  private final PriceHistory history;
  private final Clock clock;

  public PriceResource(Prices prices, PriceHistory history, Clock clock) {
    this.prices = prices;
    this.history = history;
    this.clock = clock;
  }

  public void hang(Routes routes) {
    routes
        .api(
            "GET",
            PLACE,
            CLIENT,
            "What models cost at the upstream, before any markup; gone ones last.",
            TypeOf.page(PriceView.class),
            this::list)
        .query("q", "Only models whose id or name has these letters.")
        .query("state", "Only those that are listed, new or gone; new ones are listed too.");
    routes.api(
        "GET",
        PLACE + "/age",
        CLIENT,
        "When the prices were last read, and why not since.",
        PriceAgeView.class,
        call -> age());
    routes.api(
        "GET",
        PLACE + "/{author}/{model}/history",
        CLIENT,
        "Every price that a model had, the latest first.",
        TypeOf.page(PriceView.class),
        this::history);
  }

  private Page<PriceView> list(Call call) {
    Instant now = clock.instant();
    String letters = call.query("q").orElse("").toLowerCase(Locale.ROOT);
    Optional<String> state = call.query("state").map(PriceResource::state);
    List<PricedModel> all =
        history.all().stream()
            .filter(model -> matches(model.price(), letters))
            .filter(model -> state.isEmpty() || inState(model, state.get(), now))
            .toList();
    PageRequest page = call.page();
    int from = page.after().map(PriceResource::place).orElse(0);
    int to = Math.min(all.size(), from + page.limit());
    List<PriceView> shown =
        all.subList(Math.min(from, to), to).stream().map(model -> view(model, now)).toList();
    String next = to < all.size() ? PageRequest.cursorAfter(Integer.toString(to)) : null;
    return new Page<>(shown, next, all.size());
  }

  private Page<PriceView> history(Call call) {
    Instant now = clock.instant();
    List<PriceView> all =
        history.of(call.path("author") + "/" + call.path("model")).stream()
            .map(model -> view(model, now))
            .toList();
    return new Page<>(all, null, all.size());
  }

  private PriceAgeView age() {
    PriceAge age = prices.age();
    return new PriceAgeView(
        age.asOf().orElse(null), age.tried().orElse(null), age.problem().orElse(null));
  }

  private static boolean matches(ModelPrice price, String letters) {
    return price.model().toLowerCase(Locale.ROOT).contains(letters)
        || price.name().toLowerCase(Locale.ROOT).contains(letters);
  }

  private static boolean inState(PricedModel model, String state, Instant now) {
    return state.equals("listed") ? !model.gone() : model.state(now).equals(state);
  }

  private static String state(String word) {
    if (STATES.contains(word)) return word;
    throw Fault.invalidField("state", "price-state", "A model is one of these: listed, new, gone.");
  }

  private static int place(String text) {
    try {
      return Math.max(0, Integer.parseInt(text));
    } catch (NumberFormatException e) {
      throw Fault.invalidField(
          "cursor", "cursor", "This cursor was not made by Innkeeper. Start without one.");
    }
  }

  private static PriceView view(PricedModel model, Instant now) {
    ModelPrice price = model.price();
    OptionalLong context = price.context();
    return new PriceView(
        price.model(),
        price.slug(),
        price.name(),
        price.told(PricePart.PROMPT).orElse(null),
        price.told(PricePart.COMPLETION).orElse(null),
        other(price),
        price.discount().signum() == 0 ? null : plain(price.discount()),
        !price.overrides().isEmpty(),
        context.isPresent() ? context.getAsLong() : null,
        model.since(),
        model.firstSeen().orElse(null),
        model.state(now),
        model.until().orElse(null));
  }

  private static Map<String, String> other(ModelPrice price) {
    Map<String, String> other = new TreeMap<>();
    for (PricePart part : PricePart.values()) {
      if (part == PricePart.PROMPT || part == PricePart.COMPLETION) continue;
      price.told(part).ifPresent(told -> other.put(part.wireName(), told));
    }
    return other;
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }
}

package io.innkeeper.openrouter;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.innkeeper.fault.Fault;
import io.innkeeper.secret.Secret;
import io.innkeeper.usage.PriceReading;
import io.innkeeper.usage.PriceSource;
import io.innkeeper.usage.PriceText;
import java.net.URLEncoder;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** Asks the upstream about everything but models' answers. Thread-safe. */
public final class OpenRouterClient implements PriceSource, AutoCloseable {
  private static final int PAGE_OF_MODELS = 1000;
  private static final int PAGE_OF_KEYS = 100;
  private static final int MOST_PAGES = 100;

  private static final Duration SHORT = Duration.ofSeconds(3);
  private static final Offers NONE = new Offers("", new PriceReading(List.of(), Set.of()));

  private final Wire wire;
  private final Wire brief;
  private volatile Offers known = NONE;

  /** A list that fits one answer, and the tag by which the upstream knows it. */
  private record Offers(String tag, PriceReading reading) {}

  private final Supplier<Optional<Secret>> managementKey;

  public OpenRouterClient(OpenRouterSettings settings) {
    this(settings, settings::managementKey);
  }

  /**
   * One whose management key may change while it is used.
   *
   * @param managementKey asked before each question that needs it
   */
  public OpenRouterClient(OpenRouterSettings settings, Supplier<Optional<Secret>> managementKey) {
    wire = new Wire(settings.base(), settings.timeout());
    brief = new Wire(settings.base(), SHORT);
    this.managementKey = managementKey;
  }

  /** What is remembered of a call; asked with the key that made it. Missing soon after a call. */
  public Reply<Generation> generation(String id, Secret key) {
    String path = "/generation?id=" + URLEncoder.encode(id, UTF_8);
    return one("look up a call", path, Optional.of(key), Generation::read);
  }

  /** Whether it answers at all; asked without a key, and not for long. */
  public Reply<Boolean> reached() {
    return brief.get("reach OpenRouter", "/models?limit=1", Optional.empty()).map(body -> true);
  }

  /** All models, whatever they answer with; not sent again while they stay as they are. */
  public Reply<PriceReading> offers() {
    String tried = "read the models' prices";
    String path = "/models?output_modalities=all&limit=" + PAGE_OF_MODELS + "&offset=";
    Offers before = known;
    Reply<Wire.Tagged> first = wire.getChanged(tried, path + 0, before.tag());
    if (!(first instanceof Reply.Got<Wire.Tagged>(Wire.Tagged answer)))
      return first.map(none -> NONE.reading());
    if (answer.body().isEmpty()) return new Reply.Got<>(before.reading());
    Reply<JsonNode> begun = new Reply.Got<>(answer.body().get());
    Reply<PriceReading> all =
        pages(
                PAGE_OF_MODELS,
                offset -> offset == 0 ? begun : wire.get(tried, path + offset, Optional.empty()),
                Optional::of)
            .map(PriceText::read);
    if (all instanceof Reply.Got<PriceReading>(PriceReading reading)) {
      boolean whole = answer.body().get().path("data").size() < PAGE_OF_MODELS;
      known = whole ? new Offers(answer.tag(), reading) : NONE;
    }
    return all;
  }

  /**
   * {@inheritDoc}
   *
   * @throws Fault if they can't be read, or if there is not a single one
   */
  @Override
  public PriceReading models() {
    PriceReading offers = offers().orFault();
    if (!offers.models().isEmpty()) return offers;
    throw Fault.of(
        Fault.Kind.UPSTREAM,
        "openrouter-no-prices",
        "Tried to read the models' prices, but OpenRouter's list has none.");
  }

  /** The upstream's figures of a day; of all keys or of one. */
  public Reply<List<ActivityRow>> activity(LocalDate day, Optional<String> keyHash) {
    String path =
        "/activity?date="
            + day
            + keyHash.map(hash -> "&api_key_hash=" + URLEncoder.encode(hash, UTF_8)).orElse("");
    return managed("read the activity", (tried, key) -> wire.get(tried, path, Optional.of(key)))
        .map(body -> rows(body, row -> Optional.of(ActivityRow.read(day, row))));
  }

  /** Whether there is a key to manage with; nothing is asked. */
  boolean managed() {
    return managementKey.get().isPresent();
  }

  /** A key about itself. */
  public Reply<UpstreamKey> key(Secret key) {
    return one("ask about a key", "/key", Optional.of(key), UpstreamKey::read);
  }

  public Reply<Credits> credits() {
    return managed(
            "read the credits", (tried, key) -> wire.get(tried, "/credits", Optional.of(key)))
        .map(body -> Credits.read(body.path("data")));
  }

  /** Whether a key may manage keys: it says so, and a free reading with it is answered. */
  public Reply<Boolean> manages(Secret key) {
    String tried = "ask about the management key";
    Reply<UpstreamKey> self = one(tried, "/key", Optional.of(key), UpstreamKey::read);
    if (!(self instanceof Reply.Got<UpstreamKey>(UpstreamKey own))) return self.map(one -> false);
    if (!own.management()) return new Reply.Got<>(false);
    return wire.get(tried, "/keys?offset=0", Optional.of(key)).map(body -> true);
  }

  /** All keys of the default workspace, disabled ones too. */
  public Reply<List<UpstreamKey>> keys() {
    return pages(
        PAGE_OF_KEYS,
        offset ->
            managed(
                "list the keys",
                (tried, key) ->
                    wire.get(
                        tried, "/keys?include_disabled=true&offset=" + offset, Optional.of(key))),
        row -> Optional.of(UpstreamKey.read(row)));
  }

  public Reply<CreatedKey> create(NewUpstreamKey wanted) {
    return managed(
            "make a key", (tried, key) -> wire.send(tried, "POST", "/keys", key, wanted.body()))
        .map(
            body ->
                new CreatedKey(
                    UpstreamKey.read(body.path("data")), Secret.of(body.path("key").asText())));
  }

  public Reply<UpstreamKey> change(String hash, UpstreamKeyChange change) {
    return managed(
            "change a key",
            (tried, key) -> wire.send(tried, "PATCH", keyPath(hash), key, change.body()))
        .map(body -> UpstreamKey.read(body.path("data")));
  }

  /** Takes a key away; one that is gone already is missing, which is as good. */
  public Reply<Boolean> delete(String hash) {
    return managed(
            "delete a key", (tried, key) -> wire.send(tried, "DELETE", keyPath(hash), key, null))
        .map(body -> body.path("deleted").asBoolean());
  }

  private static String keyPath(String hash) {
    return "/keys/" + URLEncoder.encode(hash, UTF_8);
  }

  private <T> Reply<T> one(
      String tried, String path, Optional<Secret> key, Function<JsonNode, T> read) {
    return wire.get(tried, path, key).map(body -> read.apply(body.path("data")));
  }

  private static <T> Reply<List<T>> pages(
      int size, IntFunction<Reply<JsonNode>> ask, Function<JsonNode, Optional<T>> read) {
    List<T> all = new ArrayList<>();
    for (int page = 0; page < MOST_PAGES; page++) {
      Reply<JsonNode> reply = ask.apply(page * size);
      if (!(reply instanceof Reply.Got<JsonNode>(JsonNode body))) return reply.map(none -> all);
      all.addAll(rows(body, read));
      if (body.path("data").size() < size) break;
    }
    return new Reply.Got<>(List.copyOf(all));
  }

  private static <T> List<T> rows(JsonNode body, Function<JsonNode, Optional<T>> read) {
    List<T> rows = new ArrayList<>();
    body.path("data").forEach(row -> read.apply(row).ifPresent(rows::add));
    return List.copyOf(rows);
  }

  /** Without a management key nothing is sent. */
  private Reply<JsonNode> managed(String tried, BiFunction<String, Secret, Reply<JsonNode>> ask) {
    return managementKey
        .get()
        .map(key -> ask.apply(tried, key))
        .orElseGet(
            () ->
                new Reply.Failed<>(
                    tried, "innkeeper.openrouter.management-key is not set and none is kept here"));
  }

  @Override
  public void close() {
    wire.close();
    brief.close();
  }
}

package io.innkeeper.simulators.openrouter;

import io.innkeeper.simulators.openrouter.Models.Model;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Serves calls that cost something, and books them. */
final class Cashier {
  private static final String ANSWERS_FOR_ROUTERS = "acme/lark-mini";
  private static final int TOKENS_WITHOUT_LIMIT = 4096;

  private final Vertx vertx;
  private final World world;

  Cashier(Vertx vertx, World world) {
    this.vertx = vertx;
    this.world = world;
  }

  void serve(HttpServerRequest request, String endpoint, Form form, Buffer body) {
    serve(request, endpoint, body, call -> Scenes.of(call, form));
  }

  /** Speech is sound, not JSON. */
  void speak(HttpServerRequest request, String endpoint, Buffer body) {
    Buffer sound = Buffer.buffer(new byte[] {'I', 'D', '3', 4, 0, 0, 0, 0, 0, 0});
    serve(request, endpoint, body, call -> Scenes.ofBytes(call, "audio/mpeg", sound));
  }

  private void serve(
      HttpServerRequest request, String endpoint, Buffer body, Function<Call, Script> scene) {
    Asked asked;
    try {
      asked = asked(request, body);
    } catch (IOException e) {
      act(request, Refusals.script("malformed"));
      return;
    }
    int hash = asked.model().indexOf('#');
    String id = hash < 0 ? asked.model() : asked.model().substring(0, hash);
    Behaviour behaviour = behaviour(request, asked, hash);
    Optional<Script> silence = silence(behaviour);
    if (silence.isPresent()) {
      act(request, silence.get());
      return;
    }
    Optional<ApiKey> key = Optional.ofNullable(Desk.secret(request)).flatMap(world.keys()::open);
    Optional<Model> model = answering(behaviour.text(Word.ANSWERED_BY).orElse(id));
    Optional<Script> refusal = refusal(request, key, id, model, behaviour);
    if (refusal.isPresent()) {
      act(request, Scenes.begun(refusal.get(), behaviour));
      return;
    }
    Instant now = world.clock().instant();
    String generation =
        behaviour.is(Word.SAME_ID)
            ? behaviour.text(Word.SAME_ID).orElse("gen-1790000001-same")
            : world.generation(now);
    Call call = Call.of(endpoint, key.get(), asked, behaviour, model.get(), generation, now);
    Optional<Script> capped = capped(call);
    if (capped.isPresent()) act(request, capped.get());
    else Play.act(vertx, request, scene.apply(call), booked(call));
  }

  private Play.Ending booked(Call call) {
    return new Play.Ending() {
      @Override
      public void over(long tokens, boolean completed) {
        world.settle(call, tokens, completed);
      }

      @Override
      public void silent(Runnable goOn) {
        world.silent(goOn);
      }
    };
  }

  private static Asked asked(HttpServerRequest request, Buffer body) throws IOException {
    String type = Optional.ofNullable(request.getHeader("Content-Type")).orElse("");
    return type.startsWith("multipart/")
        ? Upload.asked(body.toString(java.nio.charset.StandardCharsets.ISO_8859_1))
        : Asked.read(body.getBytes());
  }

  private Behaviour behaviour(HttpServerRequest request, Asked asked, int hash) {
    Behaviour all = world.take();
    if (hash >= 0) all = all.with(Behaviour.parse(asked.model().substring(hash + 1)));
    all = all.with(Behaviour.inText(asked.lastText()));
    String header = request.getHeader("X-Simulate");
    return header == null ? all : all.with(Behaviour.parse(header));
  }

  /** Nothing was begun, so nothing is charged. */
  static Optional<Script> silence(Behaviour behaviour) {
    if (behaviour.is(Word.CUT_BEFORE_HEADERS)) {
      return Optional.of(new Script(200, Map.of(), true, List.of(new Step.Cut())));
    }
    if (behaviour.is(Word.HANG)) {
      return Optional.of(new Script(200, Map.of(), true, List.of(new Step.Hang())));
    }
    return Optional.empty();
  }

  private Optional<Model> answering(String id) {
    Optional<Model> model = world.models().find(id);
    boolean router = model.isPresent() && id.startsWith("openrouter/");
    return router ? world.models().find(ANSWERS_FOR_ROUTERS) : model;
  }

  private static Optional<Script> refusal(
      HttpServerRequest request,
      Optional<ApiKey> key,
      String id,
      Optional<Model> model,
      Behaviour behaviour) {
    if (Desk.secret(request) == null) return Optional.of(Refusals.script("missing-key"));
    if (key.isEmpty()) return Optional.of(Refusals.script("unknown-key"));
    if (key.get().management()) {
      return Optional.of(Refusals.status(403, "Management keys cannot call models"));
    }
    if (model.isEmpty()) {
      return Optional.of(Refusals.status(400, id + " is not a valid model ID"));
    }
    return Refusals.wanted(behaviour);
  }

  /** A key's own cap, checked against the worst case as the real one does. */
  private Optional<Script> capped(Call call) {
    BigDecimal left = call.key().remaining(world.keys().today());
    if (left == null) return Optional.empty();
    if (left.signum() <= 0) return Optional.of(Refusals.script("key-cap"));
    int most = Math.min(call.asked().mostTokens(), TOKENS_WITHOUT_LIMIT);
    Counted counted = call.counted();
    Counted worst = new Counted(counted.prompt(), most, 0, 0, 0, counted.images());
    Spend spend = call.model().tariff().bill(worst, call.began(), Behaviour.USUAL);
    boolean fits = left.compareTo(spend.total()) >= 0;
    return fits ? Optional.empty() : Optional.of(Refusals.script("key-short"));
  }

  private void act(HttpServerRequest request, Script script) {
    Play.act(vertx, request, script, Play.Ending.NOBODY);
  }
}

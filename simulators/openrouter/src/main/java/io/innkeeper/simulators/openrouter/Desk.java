package io.innkeeper.simulators.openrouter;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes each request and finds who answers it. */
final class Desk {
  private static final String BASE = "/api/v1";
  private static final String CONTROL = "/_simulator";
  private static final Map<String, Form> FORMS =
      Map.of(
          "/chat/completions", new ChatForm(),
          "/completions", new CompletionForm(),
          "/responses", new ResponsesForm(),
          "/messages", new MessagesForm(),
          "/embeddings", new EmbeddingsForm(),
          "/images", new ImagesForm(),
          "/images/generations", new ImagesForm(),
          "/images/edits", new ImagesForm(),
          "/audio/transcriptions", new TranscriptForm());

  private final Vertx vertx;
  private final World world;
  private final Cashier cashier;
  private final Accounts accounts;
  private final Control control;

  Desk(Vertx vertx, World world) {
    this.vertx = vertx;
    this.world = world;
    cashier = new Cashier(vertx, world);
    accounts = new Accounts(world);
    control = new Control(world);
  }

  void take(HttpServerRequest request) {
    request.bodyHandler(
        body -> {
          try {
            answer(request, body);
          } catch (IllegalArgumentException e) {
            act(request, Refusals.status(400, String.valueOf(e.getMessage())));
          }
        });
  }

  private void answer(HttpServerRequest request, Buffer body) {
    String path = request.path();
    if (path.startsWith(CONTROL)) {
      act(request, control.answer(request, path.substring(CONTROL.length()), body));
      return;
    }
    if (!path.startsWith(BASE)) {
      act(request, Refusals.script("not-found"));
      return;
    }
    if (world.inbox().keeps()) world.inbox().add(received(request, body));
    String below = path.substring(BASE.length());
    Form form = FORMS.get(below);
    boolean posted = request.method().name().equals("POST");
    if (posted && form != null) cashier.serve(request, below, form, body);
    else if (posted && below.equals("/audio/speech")) cashier.speak(request, below, body);
    else act(request, managed(request, below, body));
  }

  private Script managed(HttpServerRequest request, String below, Buffer body) {
    Behaviour behaviour =
        world
            .takeAt(place(request, below))
            .with(Behaviour.parse(Optional.ofNullable(request.getHeader("X-Simulate")).orElse("")));
    Optional<Script> refusal = Cashier.silence(behaviour).or(() -> Refusals.wanted(behaviour));
    Buffer heard = behaviour.is(Word.DEAF) ? Buffer.buffer("{}") : body;
    Script script = refusal.orElseGet(() -> accounts.answer(request, below, heard));
    if (behaviour.is(Word.CUT_AFTER_DEED)) return script.with(List.of(new Step.Cut()));
    return Scenes.begun(script, behaviour);
  }

  /** Method and path without what names one of many: {@code PATCH /keys}. */
  private static String place(HttpServerRequest request, String below) {
    int end = below.indexOf('/', 1);
    return request.method().name() + " " + (end < 0 ? below : below.substring(0, end));
  }

  private void act(HttpServerRequest request, Script script) {
    Play.act(vertx, request, script, Play.Ending.NOBODY);
  }

  private static Received received(HttpServerRequest request, Buffer body) {
    List<Map.Entry<String, String>> headers = List.copyOf(request.headers().entries());
    return new Received(request.method().name(), request.uri(), headers, body.getBytes());
  }

  /** The secret that a request shows, as either header has it. */
  static @Nullable String secret(HttpServerRequest request) {
    String bearer = request.getHeader("Authorization");
    if (bearer != null && bearer.regionMatches(true, 0, "Bearer ", 0, 7)) {
      return bearer.substring(7).strip();
    }
    return request.getHeader("x-api-key");
  }
}

package io.innkeeper.simulators.openrouter;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;

/** Acts a script out on one connection, on its event loop. */
final class Play {
  private final Vertx vertx;
  private final HttpServerRequest request;
  private final HttpServerResponse response;
  private final List<Step> steps;
  private final Ending ending;
  private int at;
  private long tokens;
  private boolean over;
  private boolean booked;

  /** Hears once how it ended. */
  interface Ending {
    Ending NOBODY = (tokens, completed) -> {};

    /**
     * The answer is over.
     *
     * @param tokens of the answer that were given
     * @param completed whether the last byte was handed to the line
     */
    void over(long tokens, boolean completed);

    /** The answer stays silent until this is run. */
    default void silent(Runnable goOn) {}
  }

  private Play(Vertx vertx, HttpServerRequest request, Script script, Ending ending) {
    this.vertx = vertx;
    this.request = request;
    this.response = request.response();
    this.steps = script.steps();
    this.ending = ending;
  }

  static void act(Vertx vertx, HttpServerRequest request, Script script, Ending ending) {
    Play play = new Play(vertx, request, script, ending);
    HttpServerResponse response = play.response;
    response.setStatusCode(script.status());
    script.headers().forEach(response::putHeader);
    response.closeHandler(closed -> play.gone());
    response.exceptionHandler(closed -> play.gone());
    if (play.steps.size() == 1 && play.steps.getFirst() instanceof Step.Write only) {
      play.last(only);
      return;
    }
    if (script.streamed()) response.setChunked(true);
    else response.putHeader("Content-Length", Integer.toString(script.length()));
    play.on();
  }

  private void last(Step.Write only) {
    tokens = only.tokens();
    book(true);
    response.end(only.bytes());
  }

  private void on() {
    while (at < steps.size() && !over) {
      switch (steps.get(at++)) {
        case Step.Write write -> write(write.bytes(), write.tokens());
        case Step.Stamped write -> {
          byte[] now = String.format("%019d", System.nanoTime()).getBytes(US_ASCII);
          write(write.bytes().copy().setBytes(write.at(), now), write.tokens());
        }
        case Step.Pause pause -> {
          vertx.setTimer(Math.max(1, pause.millis()), rung -> on());
          return;
        }
        case Step.Cut cut -> {
          request.connection().close();
          return;
        }
        case Step.Hang hang -> {
          Context loop = vertx.getOrCreateContext();
          ending.silent(() -> loop.runOnContext(told -> on()));
          return;
        }
      }
      if (response.writeQueueFull()) {
        response.drainHandler(drained -> on());
        return;
      }
    }
    if (over) return;
    book(true);
    response.end();
  }

  private void write(Buffer bytes, long given) {
    tokens = Math.max(tokens, given);
    if (at == steps.size()) book(true);
    if (bytes.length() > 0) response.write(bytes);
  }

  private void gone() {
    over = true;
    book(false);
  }

  /** Booked before the end is written, so that who has read an answer finds it in the books. */
  private void book(boolean completed) {
    if (booked) return;
    booked = true;
    ending.over(tokens, completed);
  }
}

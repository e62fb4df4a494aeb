package io.innkeeper.infrastructure.vcf;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.innkeeper.fault.Fault;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeoutException;

/**
 * A host that was reached over TLS and whose certificate was believed, to be asked a few things
 * over the same connection. Nothing is ever asked twice. Used by one thread.
 */
public final class OneSignIn implements AutoCloseable {
  private final Wire wire;

  private OneSignIn(Wire wire) {
    this.wire = wire;
  }

  /** What was answered; a missing node where that is no JSON. */
  public record Answered(int status, JsonNode body) {
    public boolean good() {
      return status >= 200 && status < 300;
    }

    /** Its words may quote what was sent. */
    @Override
    public String toString() {
      return "Answered[" + status + "]";
    }
  }

  /** Reaches it with a question without a password. */
  static OneSignIn over(Wire wire, Party party) throws InterruptedException {
    boolean reached = false;
    try {
      Answer _ = wire.ask("GET", "/", Map.of(), Optional.empty());
      reached = true;
      return new OneSignIn(wire);
    } catch (IOException | TimeoutException e) {
      Fault fault = new Troubles(party).of(e, wire.believing().shown());
      throw Fault.of(
              fault.kind(), fault.code(), fault.said().replace(party.shown(), party.at().shown()))
          .because(e);
    } finally {
      if (!reached) wire.close();
    }
  }

  /**
   * Asks once.
   *
   * @return nothing when there was no whole answer; whether it was heard is then not known
   */
  public Optional<Answered> ask(
      String method,
      String path,
      Map<String, String> headers,
      Optional<String> body,
      Duration patience)
      throws InterruptedException {
    try {
      Answer answer = wire.ask(method, path, headers, body, patience);
      return Optional.of(
          new Answered(answer.status(), answer.json().orElseGet(MissingNode::getInstance)));
    } catch (IOException | TimeoutException e) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    wire.close();
  }
}

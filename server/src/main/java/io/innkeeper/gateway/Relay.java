package io.innkeeper.gateway;

import io.vertx.core.buffer.Buffer;

/** Passes one answer on and settles it at its end. */
interface Relay {
  void piece(Buffer buffer);

  /**
   * The upstream's side has ended.
   *
   * @param whole whether by its own word; otherwise it broke off
   */
  void ended(boolean whole);

  AnswerFacts facts();

  /** The caller has left: nothing is passed on any more. */
  void silence();

  long bytes();
}

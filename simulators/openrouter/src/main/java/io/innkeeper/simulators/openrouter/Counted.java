package io.innkeeper.simulators.openrouter;

/** Tokens of one call; cached and written are parts of the prompt, reasoning of the completion. */
record Counted(
    long prompt, long completion, long cached, long written, long reasoning, long images) {

  /** The same call broken off after some of its answer. */
  Counted after(long completed) {
    return new Counted(prompt, completed, cached, written, Math.min(reasoning, completed), images);
  }
}

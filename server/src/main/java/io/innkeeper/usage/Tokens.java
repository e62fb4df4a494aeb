package io.innkeeper.usage;

/**
 * Tokens by the answering model's own count. Cached, written and audio input are parts of the
 * prompt; reasoning, audio and image output are parts of the completion.
 */
public record Tokens(
    long prompt,
    long completion,
    long cached,
    long cacheWrite,
    long reasoning,
    long audioIn,
    long audioOut,
    long imageOut) {
  public static final Tokens NONE = new Tokens(0, 0, 0, 0, 0, 0, 0, 0);

  public static Tokens of(long prompt, long completion) {
    return new Tokens(prompt, completion, 0, 0, 0, 0, 0, 0);
  }

  /** The difference, part by part. */
  Tokens minus(Tokens other) {
    return new Tokens(
        prompt - other.prompt,
        completion - other.completion,
        cached - other.cached,
        cacheWrite - other.cacheWrite,
        reasoning - other.reasoning,
        audioIn - other.audioIn,
        audioOut - other.audioOut,
        imageOut - other.imageOut);
  }

  public long total() {
    return prompt + completion;
  }
}

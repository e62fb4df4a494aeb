package io.innkeeper.client;

import org.jspecify.annotations.Nullable;

/** A call that did not succeed: one sentence about what happened, one about what to do. */
public abstract sealed class ClientFailure extends RuntimeException
    permits ProblemException, ServerUnreachable, CertificateRefused {
  private static final long serialVersionUID = 1;
  private final String advice;

  ClientFailure(String said, String advice, @Nullable Throwable cause) {
    super(said, cause);
    this.advice = advice;
  }

  /** What happened. */
  public String said() {
    return String.valueOf(getMessage());
  }

  /** What to do; empty when nobody knows. */
  public String advice() {
    return advice;
  }
}

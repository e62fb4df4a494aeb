package io.innkeeper.client;

import java.util.Optional;

/** The server answered that it will not, or could not. */
public final class ProblemException extends ClientFailure {
  private static final long serialVersionUID = 1;
  private final transient Problem problem;

  public ProblemException(Problem problem) {
    super(problem.detail(), Optional.ofNullable(problem.advice()).orElse(""), null);
    this.problem = problem;
  }

  public Problem problem() {
    return problem;
  }
}

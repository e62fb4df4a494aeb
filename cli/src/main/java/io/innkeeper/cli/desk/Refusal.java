package io.innkeeper.cli.desk;

/** A command that ends without having done its work: one sentence, advice, and the exit code. */
public final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1;
  private final ExitCode code;
  private final String advice;

  public Refusal(ExitCode code, String said, String advice) {
    super(said);
    this.code = code;
    this.advice = advice;
  }

  public ExitCode code() {
    return code;
  }

  public String said() {
    return String.valueOf(getMessage());
  }

  public String advice() {
    return advice;
  }
}

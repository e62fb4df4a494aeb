package io.innkeeper.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.innkeeper.cli.desk.Desk;
import io.innkeeper.cli.desk.ExitCode;
import io.innkeeper.cli.desk.Refusal;
import io.innkeeper.client.ClientFailure;
import io.innkeeper.client.Json;
import io.innkeeper.client.Problem;
import io.innkeeper.client.ProblemException;
import java.io.PrintStream;
import java.util.Optional;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** The one place where a failure becomes words on the error stream and an exit code. */
record Failures(Desk desk) implements IExecutionExceptionHandler, IParameterExceptionHandler {

  @Override
  public int handleExecutionException(Exception failure, CommandLine command, ParseResult parsed) {
    desk.terminal().out().flush();
    if (desk.options().verbose()) failure.printStackTrace(desk.terminal().err());
    return switch (failure) {
      case ProblemException refused when desk.options().json() -> asJson(refused);
      case ProblemException refused -> say(refused);
      case ClientFailure failed -> say(ExitCode.of(failed), failed.said(), failed.advice());
      case Refusal refused -> say(refused.code(), refused.said(), refused.advice());
      case ParameterException wrong -> handleParseException(wrong, new String[0]);
      default ->
          say(
              ExitCode.UNFORESEEN,
              Optional.ofNullable(failure.getMessage()).orElse(failure.toString()),
              desk.options().verbose() ? "" : "Repeat with --verbose to see where it happened.");
    };
  }

  @Override
  public int handleParseException(ParameterException wrong, String[] arguments) {
    PrintStream err = desk.terminal().err();
    CommandLine command = wrong.getCommandLine();
    err.println(wrong.getMessage());
    if (wrong instanceof UnmatchedArgumentException unmatched) {
      unmatched.getSuggestions().stream()
          .limit(3)
          .forEach(name -> err.println("Perhaps you meant " + name));
    }
    err.print(command.getHelp().fullSynopsis().indent(0));
    err.println("More: " + command.getCommandSpec().qualifiedName() + " --help");
    return ExitCode.USAGE.number();
  }

  private int say(ProblemException refused) {
    Problem problem = refused.problem();
    ExitCode code = ExitCode.of(refused);
    StringBuilder said = new StringBuilder(refused.said());
    for (Problem.FieldProblem field : problem.fields()) {
      if (code == ExitCode.INPUT && !field.said().equals(refused.said()))
        said.append("\n  ").append(field.name()).append(": ").append(field.said());
    }
    String advice =
        problem.code().equals("sign-in-first") ? "Sign in with: innkeeper login" : refused.advice();
    say(code, said.toString(), advice);
    if (code == ExitCode.UNFORESEEN)
      desk.terminal().err().println("Request " + problem.requestId() + " in the server's log.");
    return code.number();
  }

  private int say(ExitCode code, String said, String advice) {
    desk.terminal().err().println(said);
    if (!advice.isEmpty()) desk.terminal().err().println(advice);
    return code.number();
  }

  private int asJson(ProblemException refused) {
    try {
      desk.terminal().err().println(Json.LENIENT.writeValueAsString(refused.problem()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
    return ExitCode.of(refused).number();
  }
}

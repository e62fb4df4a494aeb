package io.innkeeper.cli.desk;

import io.innkeeper.client.CertificateRefused;
import io.innkeeper.client.ClientFailure;
import io.innkeeper.client.ProblemException;
import io.innkeeper.client.ServerUnreachable;
import java.util.LinkedHashMap;
import java.util.Map;

/** How a command ended, for scripts. Numbers never change their meaning. */
public enum ExitCode {
  DONE(0, "Done."),
  UNFORESEEN(1, "Something failed that should not have; --verbose shows where."),
  USAGE(2, "The command line can't be understood."),
  INPUT(3, "The server can't use a value that was given."),
  NOT_SIGNED_IN(4, "Nobody is signed in, the sign-in has ended, or name and password are wrong."),
  NOT_ALLOWED(5, "The role does not allow it, or the password must be changed first."),
  NOT_FOUND(6, "There is no such thing, or it may not be seen."),
  CONFLICT(7, "The present state does not allow it, or somebody else changed it meanwhile."),
  UNREACHABLE(8, "The server does not answer, or what answers is not an Innkeeper."),
  JOB_FAILED(9, "The job was taken back, cancelled, or failed."),
  CERTIFICATE(10, "The server's certificate is not the one compared at sign-in."),
  UNAVAILABLE(11, "Not possible right now: too many tries, or something the server needs is away."),
  NOT_CONFIRMED(12, "It was not confirmed, so nothing was done."),
  FINDINGS(13, "The check ran and found something that is wrong."),
  FILE(14, "A file can't be read or written as it must be."),
  UPSTREAM_REFUSED(15, "OpenRouter refused: the key is not right, or it does not allow this."),
  UPSTREAM_AWAY(16, "OpenRouter does not answer, or can't at the moment.");

  private final int number;
  private final String meaning;

  ExitCode(int number, String meaning) {
    this.number = number;
    this.meaning = meaning;
  }

  public int number() {
    return number;
  }

  public String meaning() {
    return meaning;
  }

  /** All codes with what they mean, ascending. */
  public static Map<String, String> meanings() {
    Map<String, String> all = new LinkedHashMap<>();
    for (ExitCode code : values()) all.put(Integer.toString(code.number), code.meaning);
    return all;
  }

  /** For a call that did not succeed. */
  public static ExitCode of(ClientFailure failure) {
    return switch (failure) {
      case ServerUnreachable gone -> UNREACHABLE;
      case CertificateRefused refused -> CERTIFICATE;
      case ProblemException refused -> of(refused.problem().status());
    };
  }

  private static ExitCode of(int status) {
    return switch (status) {
      case 401 -> NOT_SIGNED_IN;
      case 403 -> NOT_ALLOWED;
      case 404 -> NOT_FOUND;
      case 409, 412, 428 -> CONFLICT;
      case 429, 502, 503, 504 -> UNAVAILABLE;
      default -> status >= 500 ? UNFORESEEN : INPUT;
    };
  }
}

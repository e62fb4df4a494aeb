package io.innkeeper.infrastructure.reading;

import io.innkeeper.client.CredentialExport;
import io.innkeeper.fault.Fault;
import io.innkeeper.secret.Secret;
import java.util.Objects;
import java.util.Optional;

/** A file that is wanted. */
public record ExportWish(
    Format format, boolean passwords, boolean exact, Optional<Secret> passphrase, String reason) {
  private static final int SHORTEST = 12;

  /** What it can be. */
  public enum Format {
    CSV("text/csv;charset=utf-8"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");

    private final String type;

    Format(String type) {
      this.type = type;
    }

    String ending() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /**
   * Reads a wish.
   *
   * @throws Fault INVALID naming what can't be
   */
  public static ExportWish of(CredentialExport given) {
    Optional<Secret> passphrase =
        Optional.ofNullable(given.passphrase()).filter(text -> !text.isEmpty()).map(Secret::of);
    passphrase.ifPresent(ExportWish::demandLong);
    return new ExportWish(
        format(Objects.requireNonNullElse(given.format(), "csv")),
        !Boolean.TRUE.equals(given.withoutPasswords()),
        Boolean.TRUE.equals(given.exact()),
        passphrase,
        Objects.requireNonNullElse(given.reason(), ""));
  }

  static void demandLong(Secret passphrase) {
    if (passphrase.unwrap().length() >= SHORTEST) return;
    throw Fault.invalidField(
        "passphrase",
        "passphrase-short",
        "A passphrase has at least 12 characters: whoever has the file can try as often as they"
            + " like.");
  }

  private static Format format(String word) {
    return switch (word) {
      case "csv" -> Format.CSV;
      case "xlsx" -> Format.XLSX;
      default ->
          throw Fault.invalidField("format", "format", "“" + word + "” is no format: csv or xlsx.");
    };
  }

  /** What it is, for the audit. */
  String words() {
    return format.ending()
        + (passwords ? "" : " without passwords")
        + (passphrase.isPresent() ? ", sealed" : "");
  }

  String contentType() {
    return passphrase.isPresent() ? "application/octet-stream" : format.type;
  }

  String ending() {
    return format.ending() + (passphrase.isPresent() ? ".age" : "");
  }
}

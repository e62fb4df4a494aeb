package io.innkeeper.statement;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.innkeeper.client.Json;
import io.innkeeper.client.StatementDocument;
import io.innkeeper.fault.Fault;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A statement as a text that is kept for good: what is read from it is what was written, to the
 * last byte.
 *
 * @param sha256 of the text in UTF-8, hexadecimal
 */
record FrozenStatement(String text, String sha256) {
  static FrozenStatement of(Statement statement) {
    try {
      String text = Json.STRICT.writeValueAsString(StatementDocuments.of(statement));
      return new FrozenStatement(text, digest(text));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * Reads it back.
   *
   * @throws Fault BROKEN if it isn't what was written
   */
  Statement read() {
    if (!digest(text).equals(sha256))
      throw Fault.of(
              Fault.Kind.BROKEN,
              "statement-altered",
              "This statement is not what was issued: its digest differs.")
          .advising("Compare the store with a backup from before.");
    try {
      return StatementDocuments.read(Json.LENIENT.readValue(text, StatementDocument.class));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("an issued statement can't be read", e);
    }
  }

  private static String digest(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}

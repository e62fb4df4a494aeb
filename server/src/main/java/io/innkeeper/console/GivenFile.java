package io.innkeeper.console;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.innkeeper.console.view.Field;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * A file that was chosen, its text that was pasted or stands there from the try before, or a sealed
 * one that was kept; a chosen one counts before the others.
 *
 * @param text what stands in it; empty when it is sealed
 * @param sealed a sealed one in Base64; else empty
 */
record GivenFile(String text, String sealed) {
  private static final int LARGEST = 1024 * 1024;
  private static final byte[] SEALED = "age-encryption.org/v1".getBytes(US_ASCII);

  /**
   * Reads it.
   *
   * @throws Fault INVALID when there is none, TOO_LARGE
   */
  static GivenFile of(Call call) {
    Optional<byte[]> chosen = call.upload("file", LARGEST).map(Call.Upload::bytes);
    if (chosen.isPresent()) return of(chosen.get());
    Optional<String> text = call.form("content");
    if (text.isPresent()) return new GivenFile(text.get(), "");
    return call.form("kept")
        .map(before -> new GivenFile("", before))
        .orElseThrow(() -> Fault.invalid("file-missing", "Choose a file, or paste its text."));
  }

  private static GivenFile of(byte[] file) {
    boolean sealed =
        file.length > SEALED.length && Arrays.equals(SEALED, Arrays.copyOf(file, SEALED.length));
    return sealed
        ? new GivenFile("", Base64.getEncoder().encodeToString(file))
        : new GivenFile(new String(file, UTF_8), "");
  }

  /** Where its text can be pasted and mended. */
  static Field field() {
    return Field.of(Field.Kind.AREA, "content", "Or its text")
        .optional("optional")
        .hinted("After a refusal it stands here as it was given, to be mended.");
  }
}

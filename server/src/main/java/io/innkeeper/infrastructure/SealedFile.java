package io.innkeeper.infrastructure;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.innkeeper.client.EnvironmentImport;
import io.innkeeper.client.age.AgeException;
import io.innkeeper.client.age.AgeKey;
import io.innkeeper.client.age.AgeOpen;
import io.innkeeper.fault.Fault;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.Optional;

/** A sealed file of an environment, opened with what it was sealed for. */
final class SealedFile {
  private static final int MOST = 1024 * 1024;

  private SealedFile() {}

  /**
   * What stands in it.
   *
   * @throws Fault INVALID when it does not open, TOO_LARGE
   */
  static String opened(EnvironmentImport given, String base64) {
    byte[] file = bytes(base64);
    boolean phrase = present(given.passphrase()).isPresent();
    String field = phrase ? "passphrase" : "identity";
    try (InputStream open = open(file, given)) {
      byte[] content = open.readNBytes(MOST + 1);
      if (content.length > MOST) throw large();
      return new String(content, UTF_8);
    } catch (AgeException e) {
      throw Fault.invalidField(field, "sealed-file", "The file does not open: " + e.getMessage())
          .advising(
              "Try the command line: it opens files where it runs, also those of the tool age.");
    } catch (IOException e) {
      throw new UncheckedIOException("bytes in memory that can't be read", e);
    }
  }

  private static InputStream open(byte[] file, EnvironmentImport given) throws IOException {
    Optional<String> passphrase = present(given.passphrase());
    ByteArrayInputStream in = new ByteArrayInputStream(file);
    if (passphrase.isPresent()) return Stretching.open(in, passphrase.get());
    String identity =
        present(given.identity())
            .orElseThrow(
                () ->
                    Fault.invalidField(
                        "passphrase",
                        "sealed-file-key",
                        "The file is sealed: give its passphrase, or the key that opens it."));
    return AgeOpen.with(in, AgeKey.parse(identity));
  }

  private static byte[] bytes(String base64) {
    if (base64.length() > 2 * MOST) throw large();
    try {
      return Base64.getMimeDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw Fault.invalidField("sealed", "base64", "A sealed file is given in Base64.").because(e);
    }
  }

  private static Fault large() {
    return Fault.of(
        Fault.Kind.TOO_LARGE, "environment-file-large", "The sealed file has more than 1 MB.");
  }

  private static Optional<String> present(@org.jspecify.annotations.Nullable String text) {
    return Optional.ofNullable(text).filter(one -> !one.isBlank());
  }
}

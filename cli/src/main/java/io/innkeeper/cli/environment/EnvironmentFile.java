package io.innkeeper.cli.environment;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.innkeeper.cli.credential.Passphrase;
import io.innkeeper.cli.desk.Desk;
import io.innkeeper.cli.desk.ExitCode;
import io.innkeeper.cli.desk.Refusal;
import io.innkeeper.client.age.AgeKey;
import io.innkeeper.client.age.AgeOpen;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/** A file of an environment; a sealed one is opened here, so that its key stays here. */
record EnvironmentFile(Desk desk, Path file, Optional<Path> key) {
  private static final byte[] SEALED = "age-encryption.org/v1".getBytes(US_ASCII);

  String content() {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (IOException e) {
      throw new Refusal(ExitCode.FILE, "The file " + file + " can't be read.", "");
    }
    boolean sealed =
        bytes.length > SEALED.length && Arrays.equals(SEALED, Arrays.copyOf(bytes, SEALED.length));
    return sealed ? opened(bytes) : new String(bytes, UTF_8);
  }

  private String opened(byte[] bytes) {
    try (InputStream open = open(new ByteArrayInputStream(bytes))) {
      return new String(open.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw io.innkeeper.cli.credential.Files.unreadable(file, e);
    }
  }

  private InputStream open(InputStream sealed) throws IOException {
    return key.isPresent()
        ? AgeOpen.with(sealed, AgeKey.parse(Files.readString(key.get())))
        : AgeOpen.withPassphrase(sealed, new Passphrase(desk).read("Its passphrase:"));
  }
}

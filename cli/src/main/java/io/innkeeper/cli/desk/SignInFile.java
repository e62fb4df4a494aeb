package io.innkeeper.cli.desk;

import io.innkeeper.client.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/** The file with the sign-in, readable by its owner only. */
public record SignInFile(Path path) {

  public Optional<SignIn> read() {
    try {
      return Optional.of(Json.LENIENT.readValue(Files.readAllBytes(path), SignIn.class));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new Refusal(
          ExitCode.NOT_SIGNED_IN,
          "The sign-in kept in " + path + " can't be read.",
          "Sign in again: innkeeper login");
    }
  }

  /** Replaces what was kept, at once and never readable by others. */
  public void write(SignIn signIn) {
    try {
      Files.createDirectories(folder());
      Path fresh =
          Files.createTempFile(
              folder(),
              "cli",
              ".json",
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.write(fresh, Json.LENIENT.writerWithDefaultPrettyPrinter().writeValueAsBytes(signIn));
      Files.move(fresh, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException("The sign-in could not be kept in " + path, e);
    }
  }

  public void delete() {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new UncheckedIOException("The sign-in kept in " + path + " could not be deleted", e);
    }
  }

  private Path folder() {
    return Optional.ofNullable(path.toAbsolutePath().getParent()).orElseThrow();
  }
}

package io.innkeeper.cli.credential;

import io.innkeeper.client.age.AgeKey;
import io.innkeeper.client.age.AgeOpen;
import io.innkeeper.client.glass.GlassAccount;
import io.innkeeper.client.glass.GlassReader;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.function.Consumer;

/** A copy and the file with the key that opens it. */
record Glass(Path file, Path key) {

  GlassReader.Whole read(Consumer<GlassAccount> each) {
    AgeKey opens;
    try {
      opens = AgeKey.parse(java.nio.file.Files.readString(key));
    } catch (IOException e) {
      throw Files.unreadable(key, e);
    }
    try (InputStream in = new BufferedInputStream(java.nio.file.Files.newInputStream(file));
        AgeOpen open = AgeOpen.with(in, opens)) {
      return GlassReader.read(open, each);
    } catch (IOException e) {
      throw Files.unreadable(file, e);
    }
  }
}

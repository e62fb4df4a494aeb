package io.innkeeper.infrastructure.reading;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.innkeeper.client.age.AgeKey;
import io.innkeeper.client.age.AgeOpen;
import io.innkeeper.client.glass.GlassAccount;
import io.innkeeper.client.glass.GlassReader;
import io.innkeeper.infrastructure.reading.GlassCopy.Drill;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.HexFormat;
import org.jdbi.v3.core.Handle;

/** Opens the copy with the drill's own key and compares every account with what is stored. */
record GlassDrill(Vault vault, GlassFile file, Clock clock) {

  Drill run(Handle handle, AgeKey key) {
    Sum copied = new Sum();
    Sum stored = new Sum();
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file.path()));
        AgeOpen open = AgeOpen.with(in, key)) {
      GlassReader.read(open, copied::add);
      vault.each(handle, stored::add);
    } catch (IOException e) {
      return new Drill(clock.instant(), false, "The copy does not open: " + e.getMessage());
    }
    if (stored.closed > 0)
      return new Drill(
          clock.instant(),
          false,
          stored.closed + " passwords do not open with this master key, so the copy lacks them.");
    if (copied.text().equals(stored.text()))
      return new Drill(
          clock.instant(), true, "%d of %d credentials equal.".formatted(copied.many, stored.many));
    return new Drill(
        clock.instant(),
        false,
        "The copy holds other passwords than the store, of %d and %d credentials."
            .formatted(copied.many, stored.many));
  }

  Drill overtaken() {
    return new Drill(
        clock.instant(), false, "Passwords changed while the copy was made; the next drill looks.");
  }

  /** Accounts in their order, as one number. */
  private static final class Sum {
    private final MessageDigest digest = GlassWriter.sha256();
    private long many;
    private long closed;

    void add(GlassAccount account) {
      many++;
      digest.update((account.id() + " " + account.username()).getBytes(UTF_8));
      for (GlassAccount.Value value : account.passwords()) {
        if (!value.opens()) closed++;
        byte[] password = value.password().getBytes(UTF_8);
        digest.update((" " + value.number() + " " + password.length + " ").getBytes(UTF_8));
        digest.update(password);
      }
    }

    String text() {
      return HexFormat.of().formatHex(digest.digest());
    }
  }
}

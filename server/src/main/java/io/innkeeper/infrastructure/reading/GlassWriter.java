package io.innkeeper.infrastructure.reading;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.innkeeper.client.Json;
import io.innkeeper.client.glass.GlassAccount;
import io.innkeeper.client.glass.GlassEnd;
import io.innkeeper.client.glass.GlassHead;
import io.innkeeper.infrastructure.reading.GlassCopy.Holds;
import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;

/** Writes a copy's lines, and at its end what proves that none is missing. */
final class GlassWriter {
  private final OutputStream out;
  private final MessageDigest digest = sha256();
  private final Set<String> environments = new HashSet<>();
  private long credentials;
  private long passwords;

  GlassWriter(OutputStream out, GlassHead head) throws IOException {
    this.out = out;
    line(head);
  }

  void account(GlassAccount account) throws IOException {
    environments.add(account.environmentKey());
    credentials++;
    passwords += account.passwords().size();
    line(account);
  }

  Holds end() throws IOException {
    String sum = HexFormat.of().formatHex(digest.digest());
    line(new GlassEnd(true, environments.size(), credentials, passwords, sum));
    return new Holds(environments.size(), credentials, passwords);
  }

  private void line(Object record) throws IOException {
    byte[] line;
    try {
      line = (Json.LENIENT.writeValueAsString(record) + "\n").getBytes(UTF_8);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a record can't be written", e);
    }
    digest.update(line);
    out.write(line);
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}

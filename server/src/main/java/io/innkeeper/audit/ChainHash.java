package io.innkeeper.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.innkeeper.caller.Actor;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.UUID;

/**
 * The hash of one line: SHA-256 over every field, each with its length before it, so that no two
 * different lines read the same.
 */
final class ChainHash {
  private static final String FORM = "innkeeper-audit-1";

  private final MessageDigest digest;

  private ChainHash() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** The hash that {@code line} should carry. */
  static String of(AuditLine line) {
    Actor actor = line.actor();
    return new ChainHash()
        .text(FORM)
        .text(line.previousHash())
        .number(line.seq())
        .number(line.at().toEpochMilli())
        .text(actor.kind().name())
        .text(actor.id().map(UUID::toString).orElse(""))
        .text(actor.name())
        .text(actor.address())
        .text(actor.requestId())
        .text(line.verb())
        .text(line.subject())
        .text(line.before())
        .text(line.after())
        .text(line.result())
        .text(line.note())
        .hex();
  }

  private ChainHash text(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
    digest.update(bytes);
    return this;
  }

  private ChainHash number(long number) {
    digest.update(ByteBuffer.allocate(Long.BYTES).putLong(number).flip());
    return this;
  }

  private String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }
}

package io.innkeeper.usage.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.innkeeper.secret.Secret;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * How a report is signed: HMAC-SHA256, in hexadecimal, over the time in Unix seconds, a dot and the
 * body's bytes as sent.
 */
public final class WebhookSignature {
  /** How far a report's time may lie from ours, either way. */
  static final Duration WINDOW = Duration.ofMinutes(5);

  private static final String HMAC = "HmacSHA256";

  private WebhookSignature() {}

  /** What a report must carry. */
  public static String of(Secret secret, long unixSeconds, byte[] body) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(secret.unwrap().getBytes(UTF_8), HMAC));
      mac.update((unixSeconds + ".").getBytes(UTF_8));
      return HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has HMAC with SHA-256", e);
    }
  }

  static boolean matches(Secret secret, long unixSeconds, byte[] body, String given) {
    return MessageDigest.isEqual(
        of(secret, unixSeconds, body).getBytes(UTF_8), given.getBytes(UTF_8));
  }

  /** Whether a time is near enough that a recorded report can't be sent again later. */
  static boolean inTime(long unixSeconds, Instant now) {
    return Math.abs(Math.subtractExact(unixSeconds, now.getEpochSecond())) <= WINDOW.toSeconds();
  }
}

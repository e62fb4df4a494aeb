package io.innkeeper.http;

import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names each request; a caller's own name is kept when it is plain enough for a log line. */
final class RequestIds {
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9._-]{8,64}");

  private RequestIds() {}

  static String of(@Nullable String given) {
    if (given != null && PLAIN.matcher(given).matches()) return given;
    byte[] random = new byte[8];
    ThreadLocalRandom.current().nextBytes(random);
    return HexFormat.of().formatHex(random);
  }
}

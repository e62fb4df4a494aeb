package io.innkeeper.ingress.nginx;

import java.util.regex.Pattern;

/** What nginx says, as people read it. */
final class Complaints {
  private static final Pattern NOISE =
      Pattern.compile(
          "^(nginx: )?(\\d{4}/\\d\\d/\\d\\d [\\d:]+ )?(\\[(emerg|alert|crit)] )?(\\d+#\\d+: )?");

  private Complaints() {}

  /** Its first serious line without date and process. */
  static String first(String said) {
    return said.lines()
        .filter(line -> line.contains("[emerg]") || line.contains("[alert]"))
        .findFirst()
        .or(() -> said.lines().findFirst())
        .map(line -> NOISE.matcher(line.strip()).replaceFirst(""))
        .orElse("nothing");
  }
}

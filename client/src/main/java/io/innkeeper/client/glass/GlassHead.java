package io.innkeeper.client.glass;

import java.time.Instant;

/**
 * A copy's first line.
 *
 * @param proof tells whoever made it that it was opened
 */
public record GlassHead(String format, Instant madeAt, String proof, String about) {
  /** The one format there is. */
  public static final String FORMAT = "innkeeper-break-glass/1";
}

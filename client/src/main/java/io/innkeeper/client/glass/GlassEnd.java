package io.innkeeper.client.glass;

/**
 * A copy's last line.
 *
 * @param sha256 of all lines before it
 */
public record GlassEnd(
    boolean end, long environments, long credentials, long passwords, String sha256) {}

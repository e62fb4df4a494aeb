package io.innkeeper.console.view;

/**
 * A share of something that can run out.
 *
 * @param words “97.4 of 128 GiB promised”
 * @param percent 0 to 100
 * @param css empty, {@code warn} or {@code bad}
 */
public record Meter(String name, String words, int percent, String css) {}

package io.innkeeper.console.view;

/**
 * One line of a log.
 *
 * @param css {@code warn}, {@code bad}, {@code back} for what the engine did, or empty
 */
public record LogLine(String time, String level, String text, String css) {}

package io.innkeeper.cli.env;

/**
 * What takes a step back.
 *
 * @param said for people, when it worked
 * @param left for people, when it didn't: what is left and what to do about it
 */
record Undo(String said, String left, Runnable action) {}

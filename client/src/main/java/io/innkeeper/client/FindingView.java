package io.innkeeper.client;

/**
 * What the doctor found.
 *
 * @param name what was looked at, for example {@code disk}
 * @param state {@code ok}, {@code warn} or {@code bad}
 * @param what what was found
 * @param meaning what follows from it, empty when all is well
 * @param command what mends it, empty when no single command does
 */
public record FindingView(String name, String state, String what, String meaning, String command) {}

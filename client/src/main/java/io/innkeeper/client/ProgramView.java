package io.innkeeper.client;

import org.jspecify.annotations.Nullable;

/**
 * A program that the server works with.
 *
 * @param version null when it isn't there, or isn't needed
 */
public record ProgramView(String name, @Nullable String version) {}

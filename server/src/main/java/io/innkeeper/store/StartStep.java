package io.innkeeper.store;

import java.util.function.Consumer;

/**
 * A step of the start that needs the prepared store, for example the first admin. It must be safe
 * to repeat, since a start can be killed anywhere.
 */
public record StartStep(String name, Consumer<Database> work) {}

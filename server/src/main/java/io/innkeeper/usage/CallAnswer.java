package io.innkeeper.usage;

import java.util.Optional;

/**
 * How the upstream answered.
 *
 * @param status HTTP status; 0 if there was no answer
 * @param generation the upstream's id of the call
 * @param model that answered; empty if not said
 * @param provider that served it; empty if not said
 * @param finish why the answer ended; empty if not said
 */
public record CallAnswer(
    int status,
    Optional<String> generation,
    String model,
    String provider,
    String finish,
    long bytes) {}

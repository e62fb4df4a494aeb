package io.innkeeper.client;

/** Why an organisation is suspended. */
public record Suspending(String reason) {}

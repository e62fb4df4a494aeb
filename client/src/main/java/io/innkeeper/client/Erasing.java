package io.innkeeper.client;

/** Confirms an erasure by repeating the tenant's slug. */
public record Erasing(String slug) {}

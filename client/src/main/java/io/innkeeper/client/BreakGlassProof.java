package io.innkeeper.client;

/** The proof that stands in a copy, from whoever opened it. */
public record BreakGlassProof(String proof) {}

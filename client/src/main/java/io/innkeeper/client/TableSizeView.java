package io.innkeeper.client;

/** A table with its indexes. */
public record TableSizeView(String name, long bytes) {}

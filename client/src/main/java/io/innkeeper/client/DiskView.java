package io.innkeeper.client;

/** The disk where the home is, in bytes. */
public record DiskView(long total, long free) {}

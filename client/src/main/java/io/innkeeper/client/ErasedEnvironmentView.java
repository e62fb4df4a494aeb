package io.innkeeper.client;

/** What was erased with an environment. */
public record ErasedEnvironmentView(long credentials, long passwords) {}

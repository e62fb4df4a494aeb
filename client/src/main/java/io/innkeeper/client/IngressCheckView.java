package io.innkeeper.client;

/**
 * Whether nginx would take what it is to serve.
 *
 * @param said what it said
 */
public record IngressCheckView(boolean accepted, String said) {}

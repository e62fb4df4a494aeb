package io.innkeeper.client;

/**
 * What putting it in place did.
 *
 * @param changed whether anything was not as wanted
 */
public record IngressAppliedView(boolean changed, IngressView ingress) {}

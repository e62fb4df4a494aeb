package io.innkeeper.client;

/**
 * What nginx is told of a tenant, to copy into a proxy of one's own.
 *
 * @param tenant its slug
 */
public record SiteTextView(String tenant, String text) {}

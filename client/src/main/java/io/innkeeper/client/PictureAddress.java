package io.innkeeper.client;

/**
 * From where a picture is fetched, once.
 *
 * @param url https, of a host that everybody can reach
 */
public record PictureAddress(String url) {}

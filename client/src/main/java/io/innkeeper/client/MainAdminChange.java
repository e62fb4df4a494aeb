package io.innkeeper.client;

/**
 * Who is to be the client's main admin.
 *
 * @param person address or id; becomes an admin if they aren't one
 */
public record MainAdminChange(String person) {}

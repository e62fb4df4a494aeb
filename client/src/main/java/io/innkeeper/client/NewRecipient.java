package io.innkeeper.client;

/**
 * Somebody for whom the break-glass copy is to be sealed.
 *
 * @param name whose key it is
 * @param recipient its open half, {@code age1…}
 */
public record NewRecipient(String name, String recipient) {}

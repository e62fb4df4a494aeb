package io.innkeeper.client;

/**
 * What stands on a tenant's door.
 *
 * @param on whether people are kept out
 * @param words what they are told, empty for the usual sentence
 * @param open whether they are let in when it is off
 */
public record MaintenanceView(boolean on, String words, boolean open) {}

package io.innkeeper.usage;

/**
 * The person behind a call.
 *
 * @param id the workspace's id of the person
 * @param name as the workspace told it
 * @param verified whether the workspace's signature proved it
 */
public record EndUser(String id, String name, boolean verified) {}

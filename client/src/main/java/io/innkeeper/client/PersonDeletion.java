package io.innkeeper.client;

/** Confirms that an account goes with its chats, by repeating its address. */
public record PersonDeletion(String email) {}

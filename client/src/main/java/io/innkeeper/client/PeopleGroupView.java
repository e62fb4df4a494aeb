package io.innkeeper.client;

/** A group of people in a tenant's workspace. */
public record PeopleGroupView(String id, String name, String description, long members) {}

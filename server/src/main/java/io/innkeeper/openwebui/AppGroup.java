package io.innkeeper.openwebui;

/** A group of accounts in a workspace's app. */
public record AppGroup(String id, String name, String description) {}

package io.innkeeper.client;

/** A folder of the server, with all below it. */
public record FolderView(String name, String path, long bytes, long files) {}

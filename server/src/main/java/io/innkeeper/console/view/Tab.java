package io.innkeeper.console.view;

/** One of a page's tabs, each with an address of its own. */
public record Tab(String label, String count, String href, boolean current) {}

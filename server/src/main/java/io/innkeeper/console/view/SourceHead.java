package io.innkeeper.console.view;

/**
 * How one of an environment's sources stands.
 *
 * @param note its address, when it was read, how often
 * @param loud that its certificate is not looked at, or nothing
 */
public record SourceHead(
    String product, String host, WindowState state, String word, String note, String loud) {}

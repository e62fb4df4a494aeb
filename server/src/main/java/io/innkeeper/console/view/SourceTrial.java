package io.innkeeper.console.view;

/**
 * How trying a source went.
 *
 * @param said what was wrong or what it is
 * @param advice what to do, or empty
 * @param sha256 of the certificate that was not believed, or empty
 */
public record SourceTrial(
    String product, WindowState state, String word, String said, String advice, String sha256) {}

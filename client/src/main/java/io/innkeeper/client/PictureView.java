package io.innkeeper.client;

import java.util.List;

/**
 * A picture kept for a tenant's brand.
 *
 * @param digest by which a brand names it
 * @param type {@code png}, {@code jpeg}, {@code webp}, {@code ico} or {@code svg}; by content
 * @param removed what cleaning took out of an SVG, in words
 * @param coarse whether it is so small that large files come out soft
 */
public record PictureView(
    String digest,
    String name,
    String type,
    int width,
    int height,
    long bytes,
    List<String> removed,
    boolean coarse) {}

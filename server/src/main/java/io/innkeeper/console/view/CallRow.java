package io.innkeeper.console.view;

/**
 * One model call in a list.
 *
 * @param who the person, or what called in their stead
 * @param verified whether the person was proven
 * @param from the workspace or the key it came by
 * @param cost in USD, or a dash while it isn't known
 * @param why what is known of a cost that isn't
 */
public record CallRow(
    Moment at,
    String href,
    String who,
    boolean verified,
    String from,
    String organisation,
    String model,
    String kind,
    String in,
    String out,
    String cost,
    WindowState state,
    Sentence why) {}

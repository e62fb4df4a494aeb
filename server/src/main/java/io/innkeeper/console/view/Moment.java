package io.innkeeper.console.view;

/**
 * A point in time as people say it, with the exact instant behind it.
 *
 * @param words “2 min ago”, “14:32”, “12 Nov”
 * @param exact “20 November 2026, 14:32:08 in Warsaw”, shown when pointed at
 * @param iso for machines
 */
public record Moment(String words, String exact, String iso) {
  /** No such moment: shown as a dash. */
  public static final Moment NONE = new Moment("—", "", "");

  /** The same instant in other words, such as “since 14:21”. */
  public Moment said(String before) {
    return new Moment(before + " " + words, exact, iso);
  }

  /** Whether there is an instant behind the words. */
  public boolean isKnown() {
    return !iso.isEmpty();
  }
}

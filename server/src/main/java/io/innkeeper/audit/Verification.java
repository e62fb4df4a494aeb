package io.innkeeper.audit;

/** What a check of the whole chain found. */
public sealed interface Verification {
  /**
   * Nothing was edited, removed, inserted or cut off. Kept elsewhere, this is a receipt that a
   * later chain must still contain.
   *
   * @param lines how many lines there are
   * @param hash the hash of the last one
   */
  record Whole(long lines, String hash) implements Verification {}

  /**
   * The chain doesn't hold.
   *
   * @param line the first line that is wrong; behind the last one when lines were cut off
   * @param why what is wrong with it, one sentence
   */
  record Broken(long line, String why) implements Verification {}
}

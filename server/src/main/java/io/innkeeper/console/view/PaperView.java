package io.innkeeper.console.view;

import java.util.List;

/**
 * A statement's paper, every word in the client's language.
 *
 * @param lang {@code pl} or {@code en}
 * @param draft the tag of a draft, or empty
 * @param number the number, or that it will get one
 * @param terms pairs such as the month and when to pay
 * @param heads of the columns
 * @param sums the last one is what is to be paid
 * @param foot how amounts came about
 */
public record PaperView(
    String lang,
    String draft,
    String title,
    String number,
    Party seller,
    String buyerWord,
    Party buyer,
    List<Term> terms,
    List<String> heads,
    List<Line> lines,
    List<Sum> sums,
    String foot) {

  /** Who issues it, or whom it is for. */
  public record Party(String name, List<String> lines) {
    public Party {
      lines = List.copyOf(lines);
    }
  }

  /** A word and what it is. */
  public record Term(String name, String value) {}

  /**
   * A line; what it hasn't is empty.
   *
   * @param id whether the words are an id
   * @param negative whether something is given back
   */
  public record Line(
      String place,
      String words,
      boolean id,
      String calls,
      String tokens,
      String dollars,
      String net,
      boolean negative) {
    /** How many columns the words may take: those beside them that say nothing. */
    public int span() {
      if (!calls.isEmpty()) return 1;
      return dollars.isEmpty() ? 4 : 3;
    }

    /** Whether it is of calls. */
    public boolean counted() {
      return span() == 1;
    }

    /** Whether it has an amount in dollars. */
    public boolean inDollars() {
      return span() < 4;
    }
  }

  /** Net, tax, and what is to be paid. */
  public record Sum(String name, String value) {}

  public PaperView {
    terms = List.copyOf(terms);
    heads = List.copyOf(heads);
    lines = List.copyOf(lines);
    sums = List.copyOf(sums);
  }

  /** What is to be paid. */
  public Sum total() {
    return sums.getLast();
  }

  /** The sums before it. */
  public List<Sum> before() {
    return sums.subList(0, sums.size() - 1);
  }
}

package io.innkeeper.console.view;

import java.util.ArrayList;
import java.util.List;

/** A sentence in which some words weigh more, are code, or lead somewhere. */
public record Sentence(List<Piece> pieces) {
  /** How a piece of a sentence is set. */
  public enum Kind {
    PLAIN,
    STRONG,
    CODE,
    LINK,
    QUIET,
    VALUE
  }

  /** A run of words set alike; {@code href} is empty unless it is a link. */
  public record Piece(Kind kind, String text, String href) {}

  /** Nothing to say. */
  public static final Sentence NONE = new Sentence(List.of());

  public Sentence {
    pieces = List.copyOf(pieces);
  }

  /** Plain words. */
  public static Sentence of(String text) {
    return NONE.plain(text);
  }

  /** Words with {@code `code`} between backticks, for texts written by us and never by a caller. */
  public static Sentence marked(String text) {
    Sentence all = NONE;
    boolean code = false;
    for (String part : text.split("`", -1)) {
      if (!part.isEmpty()) all = code ? all.code(part) : all.plain(part);
      code = !code;
    }
    return all;
  }

  public Sentence plain(String text) {
    return and(Kind.PLAIN, text, "");
  }

  public Sentence strong(String text) {
    return and(Kind.STRONG, text, "");
  }

  public Sentence code(String text) {
    return and(Kind.CODE, text, "");
  }

  public Sentence quiet(String text) {
    return and(Kind.QUIET, text, "");
  }

  /** A value inside code, in the accent's colour. */
  public Sentence value(String text) {
    return and(Kind.VALUE, text, "");
  }

  public Sentence link(String text, String href) {
    return and(Kind.LINK, text, href);
  }

  /** Whether there is nothing to say. */
  public boolean isEmpty() {
    return pieces.isEmpty();
  }

  /** The bare words, for titles and screen readers. */
  public String words() {
    StringBuilder all = new StringBuilder();
    pieces.forEach(piece -> all.append(piece.text()));
    return all.toString();
  }

  private Sentence and(Kind kind, String text, String href) {
    List<Piece> all = new ArrayList<>(pieces);
    all.add(new Piece(kind, text, href));
    return new Sentence(all);
  }
}

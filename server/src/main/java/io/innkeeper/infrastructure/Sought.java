package io.innkeeper.infrastructure;

import java.util.Locale;

/**
 * A text that a column is to contain, whatever the case. SQLite lowers only the letters of ASCII,
 * so every other letter that is sought is lowered in the column one by one.
 */
public record Sought(String text) {
  public Sought {
    // No row holds a NUL, and PostgreSQL takes none.
    text = text.replace("\u0000", "").strip().toLowerCase(Locale.ROOT);
  }

  /** A column that is compared with {@link #pattern} under a name. */
  public String in(String column, String name) {
    StringBuilder lowered = new StringBuilder("lower(" + column + ")");
    text.codePoints()
        .distinct()
        .filter(letter -> letter > 127 && Character.toUpperCase(letter) != letter)
        .forEach(
            letter ->
                lowered
                    .insert(0, "replace(")
                    .append(", '")
                    .appendCodePoint(Character.toUpperCase(letter))
                    .append("', '")
                    .appendCodePoint(letter)
                    .append("')"));
    return lowered + " like :" + name + " escape '!'";
  }

  public String pattern() {
    return "%" + text.replaceAll("([!%_])", "!$1") + "%";
  }
}

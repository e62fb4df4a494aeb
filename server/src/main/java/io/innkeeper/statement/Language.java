package io.innkeeper.statement;

import java.util.Locale;

/** What a document is written in. */
public enum Language {
  PL(Locale.of("pl", "PL")),
  EN(Locale.UK);

  private final Locale locale;

  Language(Locale locale) {
    this.locale = locale;
  }

  public Locale locale() {
    return locale;
  }

  /** As it is stored and named in addresses: {@code pl}, {@code en}. */
  public String word() {
    return locale.getLanguage();
  }
}

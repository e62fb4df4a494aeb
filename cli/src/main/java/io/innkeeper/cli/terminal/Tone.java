package io.innkeeper.cli.terminal;

/** How loud a word is; only a terminal that wants colour shows it, and no meaning hangs on it. */
public enum Tone {
  PLAIN(""),
  STRONG("1"),
  FAINT("2"),
  GOOD("32"),
  WARNING("33"),
  BAD("31");

  private final String code;

  Tone(String code) {
    this.code = code;
  }

  String on(String text) {
    return code.isEmpty() ? text : "\033[" + code + "m" + text + "\033[0m";
  }
}

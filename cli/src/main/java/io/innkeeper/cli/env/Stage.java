package io.innkeeper.cli.env;

/** Which installation a file is for: it decides the file's name and how ids begin. */
enum Stage {
  PRODUCTION("production", ".env", ""),
  DEVELOPMENT("development", ".env.dev", "dev_");

  private final String word;
  private final String file;
  private final String prefix;

  Stage(String word, String file, String prefix) {
    this.word = word;
    this.file = file;
    this.prefix = prefix;
  }

  String word() {
    return word;
  }

  String file() {
    return file;
  }

  String prefix() {
    return prefix;
  }

  /** The one an external id is of. */
  static Stage of(String externalId) {
    return externalId.startsWith(DEVELOPMENT.prefix) ? DEVELOPMENT : PRODUCTION;
  }
}

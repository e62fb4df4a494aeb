package io.innkeeper.cli.env;

import java.util.Optional;
import java.util.stream.Stream;

/** The variables of a {@code .env} that are ours, in the order they are written. */
enum Variable {
  OPENROUTER_API_KEY,
  OPENROUTER_HOST,
  OPENROUTER_EXTERNAL_USER,
  ORGANIZATION_NAME,
  SPENDING_LIMIT,
  /** Tells which of the account's keys the first is; readers other than we may do without. */
  OPENROUTER_KEY_HASH;

  static Optional<Variable> named(String name) {
    return Stream.of(values()).filter(one -> one.name().equals(name)).findFirst();
  }

  /** A value of it as people may see it. */
  String shown(String value) {
    // A key may have been put into the wrong line.
    boolean secret = this == OPENROUTER_API_KEY || value.startsWith("sk-or-");
    return secret ? ApiKey.masked(value) : value;
  }
}

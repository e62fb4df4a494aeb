package io.innkeeper.store;

/** The two engines with equal standing; SQL that must differ asks here. */
public enum Dialect {
  SQLITE,
  POSTGRESQL
}

package io.innkeeper.schedule;

/** Another process runs what is due now; whatever this one still wanted to write is not written. */
public final class LeaseLost extends RuntimeException {
  private static final long serialVersionUID = 1L;

  LeaseLost(String name) {
    super("The lease “" + name + "” has gone to another process");
  }
}

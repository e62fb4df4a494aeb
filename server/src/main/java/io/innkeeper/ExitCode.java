package io.innkeeper;

import io.innkeeper.fault.Fault;
import java.util.Arrays;
import java.util.List;

/** How the program ended, for scripts. Numbers never change their meaning. */
public enum ExitCode {
  DONE(0, "Done, or stopped as asked."),
  UNFORESEEN(1, "Something failed that should not have; the log shows where."),
  USAGE(2, "The command line can't be understood.", "stray-word"),
  FINDINGS(13, "The doctor found something that is wrong."),
  SETTINGS(20, "A setting can't be used.", "settings", "settings-file", "store-url"),
  HOME(21, "The home, or something in it, can't be written.", "home-not-writable"),
  DISK(22, "The disk is full or reports an error.", "disk-full", "store-disk-error"),
  STORE_UNREACHABLE(23, "The PostgreSQL store doesn't answer.", "store-unreachable"),
  STORE_DAMAGED(24, "The database file is damaged.", "store-damaged"),
  SCHEMA(25, "The store belongs to a newer or another program.", "schema-newer", "schema-foreign"),
  PORT(26, "A port is taken.", "port-taken"),
  CLOCK(27, "The clock is far off.", "clock-far-off"),
  LOCK(28, "Another Innkeeper prepares the store and doesn't end.", "start-lock-held"),
  KEY(29, "The master key can't be used.", "master-key-unreadable", "secret-does-not-open"),
  CERTIFICATE(30, "The console's certificate can't be used.", "certificate-unusable");

  private final int number;
  private final String meaning;
  private final List<String> codes;

  ExitCode(int number, String meaning, String... codes) {
    this.number = number;
    this.meaning = meaning;
    this.codes = List.of(codes);
  }

  public int number() {
    return number;
  }

  public String meaning() {
    return meaning;
  }

  /** The one for a start that failed this way. */
  public static ExitCode of(Fault fault) {
    return Arrays.stream(values())
        .filter(code -> code.codes.contains(fault.code()))
        .findFirst()
        .orElse(UNFORESEEN);
  }
}

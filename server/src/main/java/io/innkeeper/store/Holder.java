package io.innkeeper.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Optional;

/**
 * A name for this process in claims and leases, from which another process on the same machine can
 * tell that it has died; elsewhere only time tells.
 *
 * @param machine this start of this machine, and the process table we are in
 * @param process number and start time, since numbers are used again
 * @param nonce tells several holders within one process apart
 */
public record Holder(String machine, String process, String nonce) {
  private static final Path BOOT = Path.of("/proc/sys/kernel/random/boot_id");
  private static final Path PROCESS_TABLE = Path.of("/proc/self/ns/pid");

  /** A new holder in this process. */
  public static Holder here() {
    byte[] random = new byte[6];
    new SecureRandom().nextBytes(random);
    return new Holder(
        thisMachine(), process(ProcessHandle.current()), HexFormat.of().formatHex(random));
  }

  /** Whether a holder is of this machine and its process is surely no more. */
  public static boolean gone(String name) {
    String[] parts = name.split("/", -1);
    if (parts.length != 3 || parts[0].isEmpty() || !parts[0].equals(thisMachine())) return false;
    return ProcessHandle.of(number(parts[1]))
        .filter(process -> process(process).equals(parts[1]))
        .filter(ProcessHandle::isAlive)
        .isEmpty();
  }

  /** As written in the store. */
  @Override
  public String toString() {
    return machine + "/" + process + "/" + nonce;
  }

  private static String process(ProcessHandle process) {
    long started = process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    return process.pid() + "@" + started;
  }

  private static long number(String process) {
    try {
      return Long.parseLong(process.substring(0, Math.max(0, process.indexOf('@'))));
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  // Empty where the machine can't be told: then nobody there is ever taken for gone.
  private static String thisMachine() {
    try {
      String boot = Files.readString(BOOT).strip();
      String table = Files.readSymbolicLink(PROCESS_TABLE).toString().replaceAll("\\D", "");
      return Optional.of(boot + "-" + table).filter(text -> !text.contains("/")).orElse("");
    } catch (IOException | UnsupportedOperationException e) {
      return "";
    }
  }
}

package io.innkeeper.doctor;

import io.innkeeper.store.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Checks of the machine itself: JDK, clock, home, disk. */
public final class MachineChecks {
  private static final int OLDEST_JDK = 25;
  private static final long LITTLE = 5L << 30;
  private static final long TOO_LITTLE = 1L << 30;
  private static final Duration CLOCKS_MAY_DIFFER = Duration.ofMinutes(2);

  private MachineChecks() {}

  /** Which Java runs this. */
  public static Check jdk() {
    return new NamedCheck(
        "jdk",
        () -> {
          String version = Runtime.version() + ", " + System.getProperty("java.vendor");
          if (Runtime.version().feature() >= OLDEST_JDK) return List.of(Finding.ok("jdk", version));
          return List.of(
              Finding.bad(
                  "jdk",
                  "This is Java " + version + ".",
                  "Innkeeper is built for Java " + OLDEST_JDK + " and newer.",
                  "apt-get install openjdk-25-jdk-headless"));
        });
  }

  /** Whether the home's files are there and only ours to read. */
  public static Check home(Home home) {
    return new NamedCheck(
        "home",
        () -> {
          if (!Files.isDirectory(home.root()))
            return List.of(
                Finding.warn(
                    "home", home.root() + " isn't there.", "It is made at the first start.", ""));
          List<Finding> findings = new ArrayList<>();
          if (!Files.isWritable(home.root()))
            findings.add(
                Finding.bad(
                    "home",
                    "This user may not write in " + home.root() + ".",
                    "The server can't start, or can't keep anything.",
                    "chown -R \"$(id -un)\" " + quoted(home.root())));
          for (Path secret :
              List.of(
                  home.masterKey(),
                  home.sqliteFile(),
                  home.firstAdmin(),
                  home.env(),
                  home.tls().resolve("console.key")))
            if (Files.exists(secret) && othersMayRead(secret)) findings.add(readable(secret));
          if (Files.exists(home.firstAdmin()))
            findings.add(
                Finding.warn(
                    "home",
                    "The first admin's password has not been changed.",
                    "Whoever reads this file can sign in. Sign in with it and choose another; the"
                        + " file goes away by itself.",
                    "cat " + quoted(home.firstAdmin())));
          if (findings.isEmpty())
            findings.add(Finding.ok("home", home.root() + ", readable by its owner only"));
          return findings;
        });
  }

  private static Finding readable(Path secret) {
    return Finding.bad(
        "home",
        "Others on this machine may read " + secret + ".",
        "It holds or opens secrets.",
        "chmod 600 " + quoted(secret));
  }

  /** Ready to be pasted into a shell, whatever the path holds. */
  private static String quoted(Path path) {
    return "'" + path.toString().replace("'", "'\\''") + "'";
  }

  private static boolean othersMayRead(Path file) {
    try {
      Set<PosixFilePermission> mode = Files.getPosixFilePermissions(file);
      return mode.contains(PosixFilePermission.OTHERS_READ)
          || mode.contains(PosixFilePermission.GROUP_READ);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How much room is left where the home is. */
  public static Check disk(Home home) {
    return new NamedCheck(
        "disk",
        () -> {
          Path place = home.root();
          while (!Files.exists(place) && place.getParent() != null) place = place.getParent();
          long free = place.toFile().getUsableSpace();
          String what = rounded(free) + " are free at " + place + ".";
          if (free >= LITTLE) return List.of(Finding.ok("disk", what));
          String meaning = "Databases, uploads and images need room; a full disk stops tenants.";
          String command =
              "docker system df; du -xh --max-depth=2 " + quoted(place) + " | sort -h | tail";
          return List.of(
              free < TOO_LITTLE
                  ? Finding.bad("disk", what, meaning, command)
                  : Finding.warn("disk", what, meaning, command));
        });
  }

  private static String rounded(long bytes) {
    return String.format(Locale.ROOT, "%.1f GiB", bytes / (double) (1L << 30));
  }

  /** Whether the clock can be right: not before the build, nor before what was already stored. */
  public static Check clock(Clock clock, Instant built, Home home) {
    return new NamedCheck(
        "clock",
        () -> {
          Instant now = clock.instant();
          String command = "timedatectl set-ntp true";
          if (now.isBefore(built))
            return List.of(
                Finding.bad(
                    "clock",
                    "The clock says " + now + ".",
                    "This Innkeeper was built later.",
                    command));
          Instant stored = lastWritten(home.sqliteFile());
          if (now.isBefore(stored.minus(CLOCKS_MAY_DIFFER)))
            return List.of(
                Finding.bad(
                    "clock",
                    "The clock says " + now + ", but the store was last written at " + stored + ".",
                    "Sessions and schedules go wrong until the clock has caught up.",
                    command));
          return List.of(Finding.ok("clock", now.toString()));
        });
  }

  private static Instant lastWritten(Path file) {
    try {
      return Files.exists(file) ? Files.getLastModifiedTime(file).toInstant() : Instant.EPOCH;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

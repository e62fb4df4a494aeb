package io.innkeeper.doctor;

import io.innkeeper.journal.Journal;
import io.innkeeper.usage.DrainFigures;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** Checks that what model calls cost reaches the disk, and from there the ledger. */
public final class CallChecks {
  private static final String JOURNAL = "journal";
  private static final String LEDGER = "ledger";
  private static final String UNSETTLED = "unsettled";
  private static final long LITTLE = 1L << 30;
  private static final long TOO_LITTLE = 128L << 20;
  private static final Duration LATE = Duration.ofMinutes(1);
  private static final Duration LONG_UNSETTLED = Duration.ofDays(1);

  private CallChecks() {}

  /**
   * Whether calls can be written down before they are answered.
   *
   * @param journal of this process; empty while another one serves calls
   * @param folder where it is
   */
  public static Check journal(Supplier<Optional<Journal>> journal, Path folder) {
    return new NamedCheck(
        JOURNAL,
        () -> {
          Optional<String> trouble = journal.get().flatMap(Journal::trouble);
          if (trouble.isPresent()) return List.of(notWritable(trouble.get(), folder));
          Path place = Files.exists(folder) ? folder : folder.toAbsolutePath().getRoot();
          return List.of(room(place.toFile().getUsableSpace(), folder));
        });
  }

  private static Finding notWritable(String trouble, Path folder) {
    return Finding.bad(
        JOURNAL,
        "The journal in " + folder + " can't be written: " + trouble + ".",
        "The gateway refuses new calls until it can be. It tries again by itself: give it room"
            + " or mend the disk. Unless the reason says so, nothing has to be restarted.",
        "df -h '" + folder + "'");
  }

  private static Finding room(long free, Path folder) {
    String what =
        String.format(
            Locale.ROOT, "%.1f GiB are free for the journal.", free / (double) (1L << 30));
    if (free >= LITTLE) return Finding.ok(JOURNAL, what);
    String meaning =
        "When its disk is full the gateway refuses new calls. Free some room, or shorten"
            + " innkeeper.journal.keep.";
    String command = "du -xh --max-depth=1 '" + folder.getParent() + "' | sort -h | tail";
    return free < TOO_LITTLE
        ? Finding.bad(JOURNAL, what, meaning, command)
        : Finding.warn(JOURNAL, what, meaning, command);
  }

  /**
   * Whether the ledger keeps up with the journal and took every record.
   *
   * @param drain of this process; empty while another one serves calls
   * @param refused how many records were ever set aside
   */
  public static Check ledger(Supplier<Optional<DrainFigures>> drain, LongSupplier refused) {
    return new NamedCheck(
        LEDGER,
        () -> {
          List<Finding> findings = new ArrayList<>();
          drain.get().ifPresent(figures -> late(figures).ifPresent(findings::add));
          long aside = refused.getAsLong();
          if (aside > 0) findings.add(refused(aside));
          if (findings.isEmpty())
            findings.add(Finding.ok(LEDGER, "The ledger holds every record of the journal."));
          return findings;
        });
  }

  private static Optional<Finding> late(DrainFigures figures) {
    if (figures.trouble().isPresent())
      return Optional.of(
          Finding.bad(
              LEDGER,
              "The ledger can't be written: " + figures.trouble().get() + ".",
              "Calls go on and the journal keeps them; what the console shows is %s behind."
                  .formatted(spoken(figures.lag())),
              ""));
    if (figures.lag().compareTo(LATE) < 0) return Optional.empty();
    return Optional.of(
        Finding.warn(
            LEDGER,
            "The ledger is %s behind the journal, with %,d bytes still to take."
                .formatted(spoken(figures.lag()), figures.behind()),
            "Nothing is lost; the store takes lines more slowly than calls make them. Look at its"
                + " disk and at what else uses it.",
            ""));
  }

  private static Finding refused(long aside) {
    String records = aside == 1 ? "1 record" : "%,d records".formatted(aside);
    return Finding.bad(
        LEDGER,
        records + " of the journal could not be understood or stored.",
        "What these calls cost is not in the ledger. See where each lies and why; keep a copy of"
            + " that segment of the journal and report it.",
        "innkeeper ledger unreadable");
  }

  /** Whether every call's exact cost becomes known within a day. */
  public static Check unsettled(Supplier<Optional<Instant>> oldest, Clock clock) {
    return new NamedCheck(
        UNSETTLED,
        () -> {
          Optional<Duration> age =
              oldest.get().map(arrived -> Duration.between(arrived, clock.instant()));
          if (age.isEmpty())
            return List.of(Finding.ok(UNSETTLED, "The exact cost of every call is known."));
          if (age.get().compareTo(LONG_UNSETTLED) < 0)
            return List.of(
                Finding.ok(
                    UNSETTLED,
                    "The cost of some calls is still asked for, the oldest since %s."
                        .formatted(spoken(age.get()))));
          return List.of(
              Finding.warn(
                  UNSETTLED,
                  "The exact cost of a call is unknown since %s.".formatted(spoken(age.get())),
                  "The upstream did not tell it so far. Where tokens or bytes of the answer and a"
                      + " price are known an estimate stands in; else the most it can have cost stays"
                      + " held against the budget. Look it up in the upstream's own console, then"
                      + " settle it with the true cost.",
                  "innkeeper call list --state unsettled"));
        });
  }

  private static String spoken(Duration time) {
    if (time.toDays() > 1) return time.toDays() + " days";
    if (time.toHours() > 1) return time.toHours() + " hours";
    return time.toMinutes() > 1 ? time.toMinutes() + " minutes" : time.toSeconds() + " seconds";
  }
}

package io.innkeeper.access;

import io.innkeeper.store.Database;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import org.jdbi.v3.core.Handle;

/**
 * Slows down whoever guesses passwords, per account and per address, across restarts and servers. A
 * try counts as failed before its password is looked at, and is taken back if it was right.
 */
final class Throttle {
  private static final Duration FORGIVEN_EVERY = Duration.ofMinutes(15);
  private static final Duration KEPT = Duration.ofDays(1);
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(5);

  private final Database database;
  private final Clock clock;

  Throttle(Database database, Clock clock) {
    this.database = database;
    this.clock = clock;
  }

  /** What is counted; an address may hold a whole office, so it has more free tries. */
  enum Kind {
    ACCOUNT("account", 3),
    ADDRESS("address", 10);

    private final String word;
    private final int free;

    Kind(String word, int free) {
      this.word = word;
      this.free = free;
    }

    Duration wait(int failures) {
      if (failures <= free) return Duration.ZERO;
      long seconds = 1L << Math.min(failures - free - 1, 20);
      return seconds > LONGEST_WAIT.toSeconds() ? LONGEST_WAIT : Duration.ofSeconds(seconds);
    }
  }

  /** Whether somebody may try now. */
  sealed interface Verdict {}

  /** They may; {@code next} is how long they would have to wait after this try. */
  record Go(String account, String address, Duration next) implements Verdict {}

  /** They may not yet; nothing was counted. */
  record Wait(Duration left) implements Verdict {}

  private record Count(int failures, Instant lastFailure, Instant blockedUntil) {
    /** Failures are forgiven one by one while nobody tries. */
    int at(Instant now) {
      long forgiven = Duration.between(lastFailure, now).dividedBy(FORGIVEN_EVERY);
      return (int) Math.max(0, failures - Math.max(0, forgiven));
    }
  }

  /** Counts a try for the account of this name, whether or not there is one, and the address. */
  Verdict begin(String name, String address) {
    String account = RandomToken.hash(name);
    String network = network(address);
    Instant now = clock.instant();
    return database.write(
        handle -> {
          Count byAccount = hold(handle, Kind.ACCOUNT, account, now);
          Count byAddress = hold(handle, Kind.ADDRESS, network, now);
          Instant until = later(byAccount.blockedUntil(), byAddress.blockedUntil());
          if (until.isAfter(now)) return new Wait(Duration.between(now, until));
          Duration first = fail(handle, Kind.ACCOUNT, account, byAccount, now);
          Duration second = fail(handle, Kind.ADDRESS, network, byAddress, now);
          forgetOld(handle, now);
          return new Go(account, network, first.compareTo(second) > 0 ? first : second);
        });
  }

  /** The password was right: the account starts afresh, the address is as before this try. */
  void takeBack(Handle handle, Go go) {
    handle
        .createUpdate("delete from login_attempts where kind = 'account' and subject = :account")
        .bind("account", go.account())
        .execute();
    handle
        .createUpdate(
            """
            update login_attempts set failures = failures - 1, blocked_until = 0
            where kind = 'address' and subject = :address and failures > 0
            """)
        .bind("address", go.address())
        .execute();
  }

  // Others at the same account or address wait here until this transaction ends.
  private static Count hold(Handle handle, Kind kind, String subject, Instant now) {
    handle
        .createUpdate(
            """
            insert into login_attempts (kind, subject, failures, last_failure_at, blocked_until)
            values (:kind, :subject, 0, :now, 0)
            on conflict (kind, subject) do update set subject = excluded.subject
            """)
        .bind("kind", kind.word)
        .bind("subject", subject)
        .bind("now", now)
        .execute();
    return handle
        .createQuery(
            """
            select failures, last_failure_at, blocked_until from login_attempts
            where kind = :kind and subject = :subject
            """)
        .bind("kind", kind.word)
        .bind("subject", subject)
        .map(
            (row, context) ->
                new Count(
                    row.getInt("failures"),
                    Instant.ofEpochMilli(row.getLong("last_failure_at")),
                    Instant.ofEpochMilli(row.getLong("blocked_until"))))
        .one();
  }

  private static Duration fail(
      Handle handle, Kind kind, String subject, Count before, Instant now) {
    int failures = before.at(now) + 1;
    Duration wait = kind.wait(failures);
    handle
        .createUpdate(
            """
            update login_attempts
            set failures = :failures, last_failure_at = :now, blocked_until = :until
            where kind = :kind and subject = :subject
            """)
        .bind("failures", failures)
        .bind("now", now)
        .bind("until", now.plus(wait))
        .bind("kind", kind.word)
        .bind("subject", subject)
        .execute();
    return wait;
  }

  private static void forgetOld(Handle handle, Instant now) {
    handle
        .createUpdate("delete from login_attempts where last_failure_at < :limit")
        .bind("limit", now.minus(KEPT))
        .execute();
  }

  /** One IPv6 customer owns a /64, so that counts as one address. */
  static String network(String address) {
    try {
      InetAddress parsed = InetAddress.ofLiteral(address);
      if (!(parsed instanceof Inet6Address)) return parsed.getHostAddress();
      return HexFormat.of().formatHex(Arrays.copyOf(parsed.getAddress(), 8)) + "/64";
    } catch (IllegalArgumentException notAnAddress) {
      return "unknown";
    }
  }

  private static Instant later(Instant one, Instant other) {
    return one.isAfter(other) ? one : other;
  }
}

package io.innkeeper.console;

import io.innkeeper.console.view.CredentialListView;
import io.innkeeper.console.view.CredentialListView.Expiry;
import io.innkeeper.console.view.CredentialListView.Tag;
import io.innkeeper.console.view.Moment;
import io.innkeeper.console.view.WindowState;
import io.innkeeper.infrastructure.Account;
import io.innkeeper.infrastructure.Credential;
import io.innkeeper.infrastructure.reading.Right;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Accounts as rows. */
record CredentialRows(Clock clock, Moments moments) {
  private static final Map<String, String> RESOURCES =
      Map.of(
          "ESXI", "ESXi",
          "VCENTER", "vCenter",
          "PSC", "SSO",
          "NSX_MANAGER", "NSX Manager",
          "NSXT_MANAGER", "NSX Manager",
          "NSX_EDGE", "NSX Edge",
          "NSXT_EDGE", "NSX Edge",
          "SDDC_MANAGER", "SDDC Manager",
          "BACKUP", "Backup");

  /** What somebody may do with a row. */
  record Rights(boolean show, boolean copy, boolean earlier) {
    static Rights of(Set<Right> rights) {
      return new Rights(
          rights.contains(Right.REVEAL),
          rights.contains(Right.COPY),
          rights.contains(Right.HISTORY));
    }
  }

  static String address(Credential one) {
    return CredentialPage.PATH + "/" + one.environment() + "/" + one.id();
  }

  CredentialListView.Row row(Credential one, Rights rights) {
    Account account = one.account();
    String ask = address(one) + "/password";
    boolean has = one.value().isPresent();
    return new CredentialListView.Row(
        "p-" + one.id(),
        whose(account),
        account.resourceName(),
        resource(account.resourceType()) + ", " + domains(account),
        tags(one),
        account.username(),
        account.credentialType(),
        has ? "" : one.unreadableSince().isPresent() ? "not readable" : "never had one",
        one.verifiedAt().map(moments::time).orElseGet(() -> new Moment("never", "", "")),
        late(one),
        capital(one.source().word()) + tried(one),
        expiry(one),
        has && rights.show() ? ask : "",
        has && rights.copy() ? ask + "?way=copy" : "",
        address(one) + "/history");
  }

  /** How the last try went, if it was of the password that holds now. */
  private String tried(Credential one) {
    return one.tried()
        .filter(last -> one.value().filter(last.value()::equals).isPresent())
        .map(last -> ", " + last.outcome().said() + " " + moments.date(last.at()).words())
        .orElse("");
  }

  /** What was true in the beginning is told once and needs no second look. */
  private boolean late(Credential one) {
    Instant fresh = clock.instant().minus(Duration.ofDays(1));
    return !one.initial()
        && one.value().isPresent()
        && one.verifiedAt().filter(at -> at.isAfter(fresh)).isEmpty();
  }

  static String whose(Account account) {
    return account.username() + " on " + account.resourceName();
  }

  static String domains(Account account) {
    return account.domains().isEmpty() ? "no domain" : String.join(", ", account.domains());
  }

  /** A resource's type as people write it. */
  static String resource(String type) {
    String known = RESOURCES.get(type);
    if (known != null) return known;
    return capital(type.toLowerCase(Locale.ROOT).replace('_', ' '));
  }

  static String capital(String word) {
    return word.isEmpty() ? "" : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  private static List<Tag> tags(Credential one) {
    List<Tag> tags = new ArrayList<>();
    if (one.initial()) tags.add(new Tag("initial", ""));
    if (one.missingSince().isPresent()) tags.add(new Tag("missing", "warn"));
    if (one.unreadableSince().isPresent() && one.value().isPresent())
      tags.add(new Tag("unreadable now", "warn"));
    return tags;
  }

  Expiry expiry(Credential one) {
    Optional<Instant> end = one.lifetime().expiresAt();
    if (end.isEmpty()) {
      boolean checked = one.lifetime().expiryCheckedAt().isPresent();
      return new Expiry(Optional.empty(), new Moment(checked ? "never" : "unknown", "", ""), "");
    }
    Moment at = moments.date(end.get());
    Duration left = Duration.between(clock.instant(), end.get());
    if (left.isNegative()) return new Expiry(Optional.of(WindowState.EXPIRED), at, "expired");
    if (left.compareTo(EnvironmentHeads.SOON) < 0)
      return new Expiry(Optional.of(WindowState.EXPIRING), at, in(left));
    return new Expiry(Optional.empty(), at, "");
  }

  private static String in(Duration left) {
    long days = left.toDays();
    return days == 0 ? "today" : days == 1 ? "tomorrow" : "in " + days + " days";
  }
}

package io.innkeeper.console;

import io.innkeeper.branding.BrandRoom;
import io.innkeeper.branding.licence.Ground;
import io.innkeeper.branding.licence.GroundRow;
import io.innkeeper.branding.licence.LicenceStanding;
import io.innkeeper.caller.Role;
import io.innkeeper.console.view.Action;
import io.innkeeper.console.view.Sentence;
import io.innkeeper.console.view.TenantBrandView;
import io.innkeeper.console.view.TenantBrandView.Allowed;
import io.innkeeper.tenant.Tenant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What allows a look, as the page shows it: the count, the grounds, and what is recorded. */
final class BrandGrounds {
  private final BrandRoom room;
  private final Moments moments;

  BrandGrounds(BrandRoom room, Moments moments) {
    this.room = room;
    this.moments = moments;
  }

  Allowed allowed(Tenant tenant, Role role) {
    Optional<GroundRow> row = room.grounds().of(tenant.id());
    LicenceStanding standing = room.grounds().standing(tenant);
    int limit = row.flatMap(one -> one.ground().limit()).orElse(LicenceStanding.FEW);
    return new Allowed(
        Math.min(100, standing.endUsers() * 100 / limit),
        standing.decisionNeeded() ? "bad" : standing.near() ? "warn" : "",
        List.of(80, 96),
        count(row, standing, limit),
        grounds(tenant, row, role),
        foot(row, standing));
  }

  private static Sentence count(Optional<GroundRow> row, LicenceStanding standing, int limit) {
    String people = number(standing.endUsers());
    boolean unlimited = row.filter(one -> one.ground().limit().isEmpty()).isPresent();
    if (unlimited) return Sentence.NONE.strong(people).plain("; the ground names no number");
    String whose =
        row.filter(one -> one.ground().kind() == Ground.Kind.ENTERPRISE).isPresent()
            ? " in the contract"
            : "";
    return Sentence.NONE.strong(people).plain(" of " + number(limit) + whose);
  }

  private List<TenantBrandView.Ground> grounds(Tenant tenant, Optional<GroundRow> row, Role role) {
    List<TenantBrandView.Ground> all = new ArrayList<>();
    for (Ground.Kind kind : Ground.Kind.values()) {
      Optional<GroundRow> chosen = row.filter(one -> one.ground().kind() == kind);
      Optional<String> closed = closed(tenant, kind);
      all.add(
          new TenantBrandView.Ground(
              kind.title(),
              chosen.isPresent(),
              closed.isPresent() && chosen.isEmpty(),
              chosen.map(this::recorded).orElseGet(() -> closed.orElse(needs(kind))),
              role.atLeast(Role.ADMIN) && (closed.isEmpty() || chosen.isPresent())
                  ? acts(BrandScreen.address(tenant) + "/ground", kind, chosen.isPresent())
                  : List.of()));
    }
    return all;
  }

  private static List<Action> acts(String at, Ground.Kind kind, boolean chosen) {
    Action record = Action.ask(chosen ? "Change…" : "Record…", at + "?kind=" + kind.word());
    return chosen ? List.of(record, Action.ask("Withdraw…", at + "/withdraw")) : List.of(record);
  }

  /** Why a ground can't be taken at all; only where it is plain. */
  private Optional<String> closed(Tenant tenant, Ground.Kind kind) {
    if (kind == Ground.Kind.SMALL && room.grounds().endUsers().people() > LicenceStanding.FEW)
      return Optional.of(
          "Not open to you: %s are counted over all tenants."
              .formatted(number(room.grounds().endUsers().people())));
    if (kind != Ground.Kind.OLD) return Optional.empty();
    String version = tenant.image().map(Tenant.ResolvedImage::appVersion).orElse("");
    return Optional.of(
        version.isEmpty() ? "Its version is not known." : "This tenant runs " + version + ".");
  }

  private static String needs(Ground.Kind kind) {
    return switch (kind) {
      case SMALL -> "Counted over all tenants, in any 30 days.";
      case ENTERPRISE -> "Needs the contract, and the number it allows.";
      case PERMISSION -> "Needs the letter and its date.";
      case OLD -> "From before the clause.";
    };
  }

  private String recorded(GroundRow row) {
    Ground ground = row.ground();
    List<String> parts = new ArrayList<>();
    if (!ground.reference().isEmpty()) parts.add(ground.reference());
    ground.dated().ifPresent(day -> parts.add("of " + Formats.ENGLISH.date(day)));
    ground.users().ifPresent(users -> parts.add("up to " + number(users) + " end users"));
    ground.until().ifPresent(day -> parts.add("until " + Formats.ENGLISH.date(day)));
    String what = parts.isEmpty() ? "" : String.join(", ", parts) + ". ";
    return what + "Recorded by " + row.by() + ", " + moments.date(row.at()).words() + ".";
  }

  private static Sentence foot(Optional<GroundRow> row, LicenceStanding standing) {
    String told =
        standing.toldAt().isEmpty()
            ? ""
            : "You are told at %s and %s. "
                .formatted(
                    number(standing.toldAt().getFirst()), number(standing.toldAt().getLast()));
    String stands = row.isPresent() && !standing.decisionNeeded() ? "" : standing.said() + " ";
    return Sentence.of(
            stands + told + "Innkeeper counts and keeps the record; it gives no legal advice. ")
        .link("Clause 4 of the licence", LicenceStanding.TEXT);
  }

  private static String number(int value) {
    return String.format(Locale.ROOT, "%,d", value);
  }
}

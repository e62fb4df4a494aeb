package io.innkeeper.console;

import io.innkeeper.console.view.Moment;
import io.innkeeper.console.view.TenantListView.Use;
import io.innkeeper.money.Usd;
import io.innkeeper.tenant.Tenant;
import io.innkeeper.usage.TenantSpending;
import io.innkeeper.usage.UsageRoom;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/** What tenants spend in their month and when they last called, as rows of a list say it. */
final class TenantUses {
  private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM", Locale.ROOT);

  private final ConsoleParts parts;
  private final UsageRoom usage;
  private final Moments moments;

  TenantUses(ConsoleParts parts, Moments moments) {
    this.parts = parts;
    this.usage = parts.money().usage();
    this.moments = moments;
  }

  /** “November, USD”. */
  String heading() {
    return MONTH.format(parts.today()) + ", USD";
  }

  /** By tenant, for those that called lately. */
  Map<UUID, TenantSpending.Use> of(Collection<Tenant> tenants) {
    Map<UUID, TenantSpending.Use> uses = new HashMap<>();
    tenants.stream()
        .map(Tenant::organisation)
        .distinct()
        .forEach(organisation -> uses.putAll(usage.tenantSpending().of(organisation)));
    return uses;
  }

  /** In a row. */
  Use shown(Map<UUID, TenantSpending.Use> uses, Tenant tenant) {
    TenantSpending.Use use = uses.get(tenant.id());
    if (use == null) return new Use(Numbers.cents(Usd.ZERO), Moment.NONE);
    ZoneId zone = usage.zone(tenant.organisation());
    return new Use(
        Numbers.cents(use.month()),
        use.lastCall()
            .map(moments::ago)
            .or(() -> use.lastDay().map(day -> earlier(day, zone)))
            .orElse(Moment.NONE));
  }

  // Noon is the same day almost everywhere; the day is all that is known.
  private Moment earlier(LocalDate day, ZoneId zone) {
    Moment noon = moments.date(day.atTime(12, 0).atZone(zone).toInstant());
    return new Moment(noon.words(), day.toString(), day.toString());
  }
}

package io.innkeeper.branding;

import io.innkeeper.fault.Fault;
import io.innkeeper.job.Progress;
import io.innkeeper.openwebui.AppSession;
import io.innkeeper.tenant.Tenant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Our banner among those of a workspace: the app keeps them in its own database, where its admins
 * write theirs, so only the one that bears our id is put, changed or taken away.
 */
final class Banners {
  private static final String KEY = "ui.banners";

  private final Function<Tenant, AppSession> sessions;

  Banners(Function<Tenant, AppSession> sessions) {
    this.sessions = sessions;
  }

  void apply(Tenant tenant, Optional<BrandRow> wanted, Progress progress) {
    AppSession session = sessions.apply(tenant);
    List<Object> now = list(session.configuration().get(KEY));
    List<Object> after = new ArrayList<>();
    for (Object one : now) if (!ours(one)) after.add(one);
    wanted
        .flatMap(row -> row.brand().banner().map(banner -> banner.entry(row.at())))
        .ifPresent(entry -> after.addFirst(entry));
    if (after.equals(now)) return;
    session.importConfiguration(Map.of(KEY, after));
    boolean there = list(session.configuration().get(KEY)).stream().anyMatch(Banners::ours);
    if (there != after.stream().anyMatch(Banners::ours))
      throw Fault.of(Fault.Kind.UPSTREAM, "banner-not-taken", "The app did not take the banner.");
    progress.say(there ? "The banner is shown" : "The banner is gone");
  }

  private static List<Object> list(@org.jspecify.annotations.Nullable Object value) {
    return value instanceof List<?> many ? new ArrayList<>(many) : List.of();
  }

  private static boolean ours(Object banner) {
    return banner instanceof Map<?, ?> entry && Banner.ID.equals(entry.get("id"));
  }
}

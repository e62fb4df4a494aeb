package io.innkeeper.tenant;

import io.innkeeper.fault.Fault;
import io.innkeeper.openwebui.AppClient;
import io.innkeeper.openwebui.AppClients;
import io.innkeeper.openwebui.AppSession;
import io.innkeeper.secret.Secret;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tenants' apps as Innkeeper's own account may ask them. A session is kept in memory and taken up
 * again: an app lets an account sign in only fifteen times in three minutes. Thread-safe.
 */
public final class TenantSessions {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final TenantDesk desk;
  private final AppClients clients;
  private final Map<UUID, Secret> tokens = new ConcurrentHashMap<>();

  TenantSessions(TenantDesk desk, AppClients clients) {
    this.desk = desk;
    this.clients = clients;
  }

  /**
   * A session that the app takes right now. May block for seconds.
   *
   * @throws Fault why there is none: it doesn't run, it doesn't know us, it demands a second factor
   */
  public AppSession of(Tenant tenant) {
    AppClient app = app(tenant);
    Secret kept = tokens.get(tenant.id());
    if (kept != null) {
      try {
        return app.resume(kept);
      } catch (Fault over) {
        tokens.remove(tenant.id(), kept);
        if (!over.code().equals("app-session-over")) throw over;
      }
    }
    AppSession session = app.signIn(desk.secrets(tenant.id()).service());
    tokens.put(tenant.id(), session.token());
    return session;
  }

  /** The app as anybody may ask it. */
  public AppClient app(Tenant tenant) {
    return clients.at(URI.create("http://127.0.0.1:" + tenant.place().port()), PATIENCE);
  }

  /** Its sessions have ended, or it is gone. */
  public void forget(UUID tenant) {
    tokens.remove(tenant);
  }
}

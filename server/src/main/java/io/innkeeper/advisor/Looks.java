package io.innkeeper.advisor;

import io.innkeeper.access.ApiToken;
import io.innkeeper.branding.LicenceWatch.Watched;
import io.innkeeper.doctor.Check;
import io.innkeeper.doctor.Finding;
import io.innkeeper.doctor.Finding.State;
import io.innkeeper.engine.ContainerEngine;
import io.innkeeper.tenant.TenantRoom;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gathers the facts and asks every check about them; one that breaks keeps no other from it. */
public final class Looks implements Advisor.Looking {
  private static final Logger log = LoggerFactory.getLogger(Looks.class);

  private final Needs needs;
  private final HostReader host;
  private final TenantReader tenants;

  /**
   * What it looks at.
   *
   * @param doctor checks of the doctor that are about security too
   * @param looks tenants' looks and what each rests on
   * @param secrets files and folders that only their owner may use
   */
  public record Needs(
      List<Check> doctor,
      List<Path> secrets,
      ContainerEngine engine,
      TenantRoom tenants,
      Supplier<List<ApiToken>> tokens,
      Supplier<List<Watched>> looks,
      Clock clock) {
    public Needs {
      doctor = List.copyOf(doctor);
      secrets = List.copyOf(secrets);
    }
  }

  public Looks(Needs needs) {
    this.needs = needs;
    this.host = new HostReader(Path.of("/"), needs.secrets());
    this.tenants = new TenantReader(needs.engine(), needs.tenants());
  }

  @Override
  public List<Advice> look() {
    Instant now = needs.clock().instant();
    Map<String, Advice> found = new LinkedHashMap<>();
    add(found, "the host", () -> HostAdvice.of(host.read()));
    needs.doctor().forEach(check -> add(found, check.name(), () -> examined(check)));
    add(found, "tenants", () -> tenants(now));
    add(found, "tokens", () -> HouseAdvice.tokens(needs.tokens().get(), now));
    add(found, "the licence", () -> HouseAdvice.licences(needs.looks().get()));
    return List.copyOf(found.values());
  }

  private List<Advice> tenants(Instant now) {
    TenantReader.Found read = tenants.read();
    List<Advice> all = new ArrayList<>();
    read.tenants().forEach(tenant -> all.addAll(TenantAdvice.of(tenant, now)));
    all.addAll(SharedSecrets.of(read.tenants()));
    all.addAll(HouseAdvice.neighbours(read.others()));
    return all;
  }

  private static List<Advice> examined(Check check) {
    List<Advice> found = new ArrayList<>();
    for (Finding finding : check.look())
      if (finding.state() != State.OK) found.add(Advice.of(finding, found.size()));
    return found;
  }

  private static void add(Map<String, Advice> found, String what, Supplier<List<Advice>> check) {
    try {
      for (Advice advice : check.get()) found.putIfAbsent(advice.place(), advice);
    } catch (RuntimeException e) {
      log.warn("looking at {} failed", what, e);
      Advice unknown =
          Advice.medium(
              "unknown." + what,
              "Looking at " + what + " failed.",
              "Whether something is weak there is unknown; the server's log tells why.",
              "");
      found.put(unknown.place(), unknown);
    }
  }
}

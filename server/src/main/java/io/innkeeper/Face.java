package io.innkeeper;

import io.innkeeper.branding.BrandRoom;
import io.innkeeper.branding.licence.EndUserCount;
import io.innkeeper.ingress.IngressMode;
import io.innkeeper.ingress.IngressRoom;
import io.innkeeper.ingress.nginx.ContainerNginx;
import io.innkeeper.ingress.nginx.HostNginx;
import io.innkeeper.ingress.nginx.Nginx;
import io.innkeeper.ingress.nginx.NginxRoot;
import io.innkeeper.person.EndUsers;
import io.innkeeper.tenant.Tenant;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * How tenants are seen from outside.
 *
 * @param ingress by which names people reach tenants, and what they are shown
 * @param brands tenants' own names and looks
 */
public record Face(IngressRoom ingress, BrandRoom brands) {
  /** People are read every hour: longer without is a gap in the count. */
  private static final Duration READ_ANEW = Duration.ofDays(3);

  static Face on(Foundation ground, Machine machine, Tenancy tenancy) {
    IngressRoom ingress = ingress(ground, machine, tenancy);
    ground.jobs().register(ingress.works());
    tenancy.tenants().accompany(new FrontCompanion(ingress));
    BrandRoom brands = brands(ground, machine, tenancy);
    tenancy.tenants().accompany(brands.companion());
    ground.jobs().register(brands.works());
    return new Face(ingress, brands);
  }

  private static IngressRoom ingress(Foundation ground, Machine machine, Tenancy tenancy) {
    return new IngressRoom(
        ground.settings().ingress(),
        new NginxRoot(ground.home().ingress()),
        new IngressRoom.Needs(
            ground.database(),
            ground.box(),
            ground.audit(),
            ground.ids(),
            ground.clock(),
            ground.jobs(),
            FrontCompanion.street(tenancy.tenants().tenants()),
            ground.settings().tls().names(),
            root -> nginx(ground.settings(), machine, root)));
  }

  private static Nginx nginx(InnkeeperSettings settings, Machine machine, NginxRoot root) {
    return settings.ingress().mode() == IngressMode.CONTAINER
        ? new ContainerNginx(
            machine.programs(),
            settings.tenant().prefix().value(),
            settings.ingress().image(),
            root)
        : new HostNginx(settings.ingress().binary(), root);
  }

  private static BrandRoom brands(Foundation ground, Machine machine, Tenancy tenancy) {
    BrandRoom.Needs needs =
        new BrandRoom.Needs(
            ground.database(),
            ground.audit(),
            ground.ids(),
            ground.clock(),
            machine.engine(),
            ground.jobs(),
            tenancy.tenants(),
            now -> endUsers(tenancy, now));
    return new BrandRoom(ground.settings().branding(), ground.home(), needs);
  }

  private static EndUserCount endUsers(Tenancy tenancy, Instant now) {
    EndUsers people = tenancy.people().endUsers();
    Set<UUID> unread = people.unreadSince(now.minus(READ_ANEW));
    long missing =
        tenancy.tenants().tenants().all().stream()
            .filter(one -> one.wanted() == Tenant.Wanted.RUNNING && unread.contains(one.id()))
            .count();
    return new EndUserCount(Math.toIntExact(people.active(now).people()), Math.toIntExact(missing));
  }
}

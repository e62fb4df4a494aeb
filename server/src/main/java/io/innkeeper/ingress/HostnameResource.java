package io.innkeeper.ingress;

import static io.innkeeper.caller.Role.OPERATOR;
import static io.innkeeper.caller.Role.VIEWER;

import io.innkeeper.client.HostnameCheckView;
import io.innkeeper.client.HostnameMove;
import io.innkeeper.client.HostnameView;
import io.innkeeper.client.MaintenanceChange;
import io.innkeeper.client.MaintenanceView;
import io.innkeeper.client.NewHostname;
import io.innkeeper.client.Page;
import io.innkeeper.client.SiteTextView;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.http.Routes;
import io.innkeeper.http.TypeOf;
import io.innkeeper.ingress.dns.Hostname;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Hostnames for programs: {@code /api/v1/tenants/{tenant}/hostnames}, {@code /api/v1/hostnames}.
 */
public final class HostnameResource {
  private static final String TENANT = "/api/v1/tenants/{tenant}";
  private static final String OF_TENANT = TENANT + "/hostnames";
  private static final String ONE = "/api/v1/hostnames/{hostname}";

  private final IngressRoom room;
  private final IngressViews views;

  public HostnameResource(IngressRoom room, Clock clock) {
    this.room = room;
    this.views = new IngressViews(room, clock);
  }

  public void hang(Routes routes) {
    hangNames(routes);
    routes.api(
        "POST",
        ONE + "/move",
        OPERATOR,
        "Lets an alias lead to another tenant.",
        HostnameMove.class,
        HostnameView.class,
        this::move);
    routes.api(
        "GET",
        ONE + "/check",
        VIEWER,
        "What DNS says of a name beside where we are; any name may be asked for.",
        HostnameCheckView.class,
        call -> IngressViews.check(room.dns(name(call))));
    hangDoor(routes);
  }

  private void hangNames(Routes routes) {
    routes.api(
        "GET",
        "/api/v1/hostnames",
        VIEWER,
        "All hostnames with the tenants they lead to.",
        TypeOf.page(HostnameView.class),
        call -> page(room.hostnames().all()));
    routes.api(
        "GET",
        OF_TENANT,
        VIEWER,
        "A tenant's hostnames, the primary one first.",
        TypeOf.page(HostnameView.class),
        call -> page(room.hostnames().of(house(call).id())));
    routes.api(
        "POST",
        OF_TENANT,
        OPERATOR,
        "Adds an alias; browsers are sent on from it to the primary hostname.",
        NewHostname.class,
        HostnameView.class,
        this::add);
    routes.api(
        "DELETE",
        ONE,
        OPERATOR,
        "Removes an alias; the primary hostname is changed with the tenant.",
        Void.class,
        this::remove);
  }

  private void hangDoor(Routes routes) {
    routes.api(
        "GET",
        TENANT + "/maintenance",
        VIEWER,
        "What stands on a tenant's door.",
        MaintenanceView.class,
        call -> IngressViews.maintenance(room.hostnames().door(house(call).id())));
    routes.api(
        "PUT",
        TENANT + "/maintenance",
        OPERATOR,
        "Keeps people out with a page that says why, or lets them in again.",
        MaintenanceChange.class,
        MaintenanceView.class,
        this::maintenance);
    routes.api(
        "GET",
        TENANT + "/site",
        VIEWER,
        "What nginx is told of a tenant, also for a proxy of one's own.",
        SiteTextView.class,
        this::site);
  }

  private Page<HostnameView> page(List<Claim> claims) {
    return new Page<>(claims.stream().map(views::hostname).toList(), null, claims.size());
  }

  private Reply add(Call call) {
    Hostname name = parse(call.body(NewHostname.class).name());
    HostnameCheckView looked = room.looked(name.value()).orElse(null);
    Claim claim = room.hostnames().add(house(call), name, call.actor());
    room.certificates().orderIfDue(claim);
    return Reply.created("/api/v1/hostnames/" + name, views.hostname(claim).with(looked));
  }

  private Reply remove(Call call) {
    room.hostnames().remove(name(call), call.actor());
    return Reply.none();
  }

  private HostnameView move(Call call) {
    String to =
        Optional.ofNullable(call.body(HostnameMove.class).tenant())
            .filter(text -> !text.isBlank())
            .orElseThrow(
                () -> Fault.invalidField("tenant", "tenant-missing", "Say to which tenant."));
    House house = room.hostnames().street().named(to);
    Claim before = room.hostnames().get(name(call));
    HostnameCheckView looked = room.looked(before.name().value()).orElse(null);
    Claim claim = room.hostnames().move(before.name(), house, call.actor());
    return views.hostname(claim).with(looked);
  }

  private MaintenanceView maintenance(Call call) {
    MaintenanceChange given = call.body(MaintenanceChange.class);
    if (given.on() == null)
      throw Fault.invalidField(
          "on", "maintenance-on", "Say whether it is to be on: true or false.");
    String words = given.words() == null ? "" : given.words();
    return IngressViews.maintenance(
        room.hostnames().maintenance(house(call), given.on(), words, call.actor()));
  }

  private SiteTextView site(Call call) {
    House house = house(call);
    String text =
        room.front()
            .text(house.slug())
            .orElseThrow(
                () ->
                    Fault.notFound("no-hostname", house.slug() + " has no hostname.")
                        .advising(
                            "Give it one: ./innkeeper tenant change "
                                + house.slug()
                                + " --hostname NAME."));
    return new SiteTextView(house.slug(), text);
  }

  private House house(Call call) {
    return room.hostnames().street().named(call.path("tenant"));
  }

  private static Hostname name(Call call) {
    return Hostname.parse(call.path("hostname"));
  }

  private static Hostname parse(@Nullable String text) {
    if (text != null && !text.isBlank()) return Hostname.parse(text);
    throw Fault.invalidField("name", "hostname-missing", "Say which hostname.");
  }
}

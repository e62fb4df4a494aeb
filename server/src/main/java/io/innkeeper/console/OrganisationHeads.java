package io.innkeeper.console;

import io.innkeeper.caller.Principal;
import io.innkeeper.caller.Role;
import io.innkeeper.console.view.Action;
import io.innkeeper.console.view.OrganisationHead;
import io.innkeeper.console.view.Sentence;
import io.innkeeper.console.view.Tab;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.organisation.Organisation.State;
import io.innkeeper.tenant.Tenant;
import io.innkeeper.tenant.Tenants;
import java.util.ArrayList;
import java.util.List;

/** What stands above an organisation's pages: its state and why, what can be done, its parts. */
final class OrganisationHeads {
  private final Tenants tenants;
  private final Moments moments;

  /** The page one is on. */
  enum Part {
    TENANTS,
    SPEND,
    CROSS_CHECK,
    KEY
  }

  OrganisationHeads(Tenants tenants, Moments moments) {
    this.tenants = tenants;
    this.moments = moments;
  }

  OrganisationHead head(Organisation organisation, Principal looker, Part part) {
    List<Tenant> its = its(organisation);
    return new OrganisationHead(
        organisation.name(),
        OrganisationScreens.window(organisation.state()),
        OrganisationScreens.word(organisation.state()),
        reason(organisation, its),
        actions(organisation, looker.role()),
        more(organisation, looker.role()),
        OrganisationScreens.address(organisation) + "/commands",
        tabs(organisation, its.size(), part));
  }

  List<Tenant> its(Organisation organisation) {
    return tenants.all().stream()
        .filter(tenant -> tenant.organisation().equals(organisation.id()))
        .toList();
  }

  private static List<Tab> tabs(Organisation organisation, int count, Part part) {
    String one = OrganisationScreens.address(organisation);
    List<Tab> tabs = new ArrayList<>();
    tabs.add(new Tab("Tenants", Integer.toString(count), one, part == Part.TENANTS));
    tabs.add(new Tab("Spend", "", one + "/spend", part == Part.SPEND));
    tabs.add(new Tab("Usage", "", Looking.base(organisation), false));
    tabs.add(new Tab("Seats", "", SeatsPage.address(organisation), false));
    tabs.add(new Tab("Cross-check", "", one + "/cross-check", part == Part.CROSS_CHECK));
    tabs.add(new Tab("App settings", "", one + "/settings", false));
    if (part == Part.KEY)
      tabs.add(new Tab("Upstream key", "", UpstreamKeyPage.address(organisation), true));
    return tabs;
  }

  private Sentence reason(Organisation organisation, List<Tenant> its) {
    if (organisation.suspension().isPresent()) return suspension(organisation, "By");
    if (organisation.state() == State.CLOSED) return Sentence.of("For good; its books stay.");
    long troubled = its.stream().filter(tenant -> Windows.of(tenant).troubled()).count();
    if (its.isEmpty()) return Sentence.of("No tenant is open.");
    String all = its.size() == 1 ? "1 tenant" : its.size() + " tenants";
    if (troubled == 0)
      return Sentence.of(
          all + (its.size() == 1 ? ", as it should be." : ", all as they should be."));
    return Sentence.of(all + ", ").strong(troubled + " not as it should be").plain(".");
  }

  Sentence suspension(Organisation organisation, String by) {
    Organisation.Suspension why = organisation.suspension().orElseThrow();
    return Sentence.of(
        "%s %s, %s: %s"
            .formatted(by, why.by(), moments.ago(why.since()).words(), sentence(why.reason())));
  }

  private static List<Action> actions(Organisation organisation, Role role) {
    if (!role.atLeast(Role.OPERATOR) || organisation.state() == State.CLOSED) return List.of();
    String one = OrganisationScreens.address(organisation);
    Action change = Action.go("Change", one + "/change").with("sliders-horizontal");
    if (organisation.state() == State.SUSPENDED)
      return List.of(change, Action.post("Resume", one + "/resume").with("play").primary());
    String open = "/tenants/new?organisation=" + organisation.slug();
    return List.of(change, Action.go("Open a tenant", open).with("plus").primary());
  }

  private static List<Action> more(Organisation organisation, Role role) {
    List<Action> more = new ArrayList<>();
    String one = OrganisationScreens.address(organisation);
    if (organisation.state() == State.ACTIVE && role.atLeast(Role.OPERATOR))
      more.add(Action.ask("Suspend…", one + "/suspend").with("pause"));
    if (organisation.state() != State.CLOSED && role.atLeast(Role.ADMIN))
      more.add(Action.ask("Close…", one + "/close").with("x").danger());
    return more;
  }

  private static String sentence(String words) {
    return words.endsWith(".") ? words : words + ".";
  }
}

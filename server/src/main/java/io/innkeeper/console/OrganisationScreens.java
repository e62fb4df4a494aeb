package io.innkeeper.console;

import io.innkeeper.audit.AuditFilter;
import io.innkeeper.audit.AuditLine;
import io.innkeeper.audit.AuditTrail;
import io.innkeeper.caller.Principal;
import io.innkeeper.caller.Role;
import io.innkeeper.console.view.Empty;
import io.innkeeper.console.view.Event;
import io.innkeeper.console.view.Fact;
import io.innkeeper.console.view.OrganisationListView;
import io.innkeeper.console.view.OrganisationView;
import io.innkeeper.console.view.Sentence;
import io.innkeeper.console.view.WindowState;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.organisation.Organisation.State;
import io.innkeeper.organisation.OrganisationSpec;
import io.innkeeper.tenant.Tenant;
import io.innkeeper.tenant.TenantRoom;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Organisations as the console shows them. */
final class OrganisationScreens {
  private static final int EVENTS = 8;
  private static final Map<String, String> DONE =
      Map.of(
          "organisation.create", "created it",
          "organisation.change", "changed it",
          "organisation.suspend", "suspended it",
          "organisation.resume", "resumed it",
          "organisation.close", "closed it",
          "organisation.key", "gave it a new upstream key");

  private final OrganisationHeads heads;
  private final TenantRoom tenants;
  private final TenantRows rows;
  private final AuditTrail audit;
  private final Moments moments;

  OrganisationScreens(
      OrganisationHeads heads,
      TenantRoom tenants,
      TenantRows rows,
      AuditTrail audit,
      Moments moments) {
    this.heads = heads;
    this.tenants = tenants;
    this.rows = rows;
    this.audit = audit;
    this.moments = moments;
  }

  /** How many tenants each organisation has. */
  Map<UUID, Long> counts() {
    return tenants.counts().byOrganisation();
  }

  OrganisationListView.Row row(Organisation organisation, long count) {
    OrganisationSpec spec = organisation.spec();
    return new OrganisationListView.Row(
        spec.name(),
        address(organisation),
        organisation.slug().value(),
        window(organisation.state()),
        word(organisation.state()),
        Long.toString(count),
        spec.timeZone().getId(),
        spec.currency(),
        spec.monthlyBudget().map(OrganisationScreens::money).orElse("—"),
        organisation.suspension().isEmpty()
            ? Sentence.NONE
            : heads.suspension(organisation, "Suspended by"));
  }

  OrganisationView show(Organisation organisation, Principal looker) {
    List<Tenant> its = heads.its(organisation);
    return new OrganisationView(
        heads.head(organisation, looker, OrganisationHeads.Part.TENANTS),
        its.stream().map(tenant -> rows.row(tenant, organisation)).toList(),
        its.isEmpty() ? Optional.of(nothingOpen(organisation, looker.role())) : Optional.empty(),
        about(organisation, looker.role().atLeast(Role.VIEWER)),
        looker.role().atLeast(Role.VIEWER) ? history(organisation) : List.of());
  }

  static String address(Organisation organisation) {
    return "/organisations/" + organisation.slug();
  }

  static WindowState window(State state) {
    return switch (state) {
      case ACTIVE -> WindowState.HEALTHY;
      case SUSPENDED -> WindowState.SUSPENDED;
      case CLOSED -> WindowState.CLOSED;
    };
  }

  static String word(State state) {
    String word = state.word();
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  private static Empty nothingOpen(Organisation organisation, Role role) {
    String text = "A tenant is one workspace of it: a container, data and an address of its own.";
    boolean may = role.atLeast(Role.OPERATOR) && organisation.state() == State.ACTIVE;
    // The head has the button already.
    return may ? Empty.first("No tenant is open yet", text) : Empty.none("No tenant is open", text);
  }

  private List<Fact> about(Organisation organisation, boolean linked) {
    OrganisationSpec spec = organisation.spec();
    List<Fact> facts = new ArrayList<>();
    facts.add(Fact.of("Slug", Sentence.NONE.code(organisation.slug().value())));
    facts.add(Fact.of("External id", Sentence.NONE.code(organisation.externalId())));
    facts.add(Fact.of("Time zone", spec.timeZone().getId()));
    facts.add(Fact.of("Currency", spec.currency()));
    facts.add(Fact.of("Markup", "× " + spec.markup().toPlainString()));
    facts.add(
        Fact.of(
            "Budget",
            spec.monthlyBudget().map(sum -> "USD " + money(sum) + " a month").orElse("none")));
    spec.contactEmail().ifPresent(email -> facts.add(Fact.of("Contact", email)));
    String key = organisation.hasUpstreamKey() ? "of its own" : "not set";
    facts.add(
        Fact.of(
            "Upstream key",
            linked
                ? Sentence.NONE.link(key, UpstreamKeyPage.address(organisation))
                : Sentence.of(key)));
    facts.add(Fact.of("Created", moments.date(organisation.createdAt()).words()));
    return facts;
  }

  private List<Event> history(Organisation organisation) {
    String subject = "organisation " + organisation.slug();
    AuditFilter about =
        new AuditFilter(
            Optional.empty(),
            Optional.of("organisation"),
            Optional.of(subject),
            Optional.of("done"),
            Optional.empty(),
            Optional.empty());
    // The filter also finds slugs that begin with this one.
    return audit.lines(about, Optional.empty(), 10 * EVENTS).stream()
        .filter(line -> line.subject().equals(subject))
        .limit(EVENTS)
        .map(this::event)
        .toList();
  }

  private Event event(AuditLine line) {
    String did = DONE.getOrDefault(line.verb(), line.verb());
    String why = line.note().isEmpty() ? "" : ": " + line.note();
    return new Event(
        moments.ago(line.at()), Sentence.NONE.strong(line.actor().name()).plain(" " + did + why));
  }

  private static String money(BigDecimal sum) {
    return new DecimalFormat("#,##0.00##########", DecimalFormatSymbols.getInstance(Locale.ROOT))
        .format(sum);
  }
}

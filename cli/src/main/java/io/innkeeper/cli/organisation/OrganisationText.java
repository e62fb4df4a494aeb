package io.innkeeper.cli.organisation;

import io.innkeeper.cli.terminal.Facts;
import io.innkeeper.cli.terminal.Table;
import io.innkeeper.cli.terminal.Tone;
import io.innkeeper.cli.terminal.When;
import io.innkeeper.client.OrganisationView;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Organisations as people read them. */
record OrganisationText(When when) {

  Table<OrganisationView> table() {
    return new Table<OrganisationView>()
        .column("Slug", OrganisationView::slug)
        .column("Name", OrganisationView::name)
        .column("State", OrganisationView::state, one -> tone(one.state()))
        .number("Tenants", one -> Long.toString(one.tenants()))
        .number("Markup", one -> one.markup().toPlainString())
        .number("Budget USD", one -> plain(one.monthlyBudget()))
        .column("Created", one -> when.ago(one.createdAt()));
  }

  String facts(OrganisationView one) {
    return new Facts()
        .add("Slug", one.slug())
        .add("Name", one.name())
        .add("State", one.state())
        .maybe("Because", one.suspendedBecause())
        .add("Tenants", one.tenants())
        .add("Markup", one.markup().toPlainString())
        .add("Monthly budget", budget(one))
        .add("Currency", one.currency())
        .add("Time zone", one.timeZone())
        .add("Contact", one.contactEmail())
        .add("Upstream key", one.hasUpstreamKey() ? "set" : "not set")
        .add("External id", one.externalId())
        .add("Created", when.exact(one.createdAt()))
        .add("Id", one.id())
        .add("Version", one.version())
        .rendered();
  }

  private static String budget(OrganisationView one) {
    return one.monthlyBudget() == null ? "none" : "USD " + plain(one.monthlyBudget());
  }

  private static String plain(@Nullable BigDecimal number) {
    return number == null ? "" : number.toPlainString();
  }

  private static Tone tone(String state) {
    return switch (state) {
      case "active" -> Tone.GOOD;
      case "suspended" -> Tone.WARNING;
      default -> Tone.FAINT;
    };
  }
}

package io.innkeeper.cli.tenant;

import io.innkeeper.cli.terminal.Facts;
import io.innkeeper.cli.terminal.Table;
import io.innkeeper.cli.terminal.Tone;
import io.innkeeper.cli.terminal.When;
import io.innkeeper.client.AdoptionView;
import io.innkeeper.client.FirstAdminView;
import io.innkeeper.client.LiveView;
import io.innkeeper.client.TenantPlanView;
import io.innkeeper.client.TenantView;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tenants as people read them. */
record TenantText(When when) {

  Table<TenantView> table() {
    return new Table<TenantView>()
        .column("Slug", TenantView::slug)
        .column("Name", TenantView::displayName)
        .column("Organisation", TenantView::organisation)
        .column("State", TenantView::state, one -> tone(one.state()))
        .column("Version", one -> or(one.appVersion()))
        .number("Memory", one -> gibibytes(one.memoryBytes()))
        .column("Address", TenantView::address)
        .column("Since", one -> when.ago(one.since()));
  }

  String facts(TenantView one) {
    return new Facts()
        .add("Slug", one.slug())
        .add("Name", one.displayName())
        .add("Organisation", one.organisationName() + " (" + one.organisation() + ")")
        .add("State", one.state() + ", since " + when.exact(one.since()))
        .maybe("Because", one.reason())
        .add("Wanted", one.wanted())
        .add("Address", one.address())
        .maybe("Hostname", one.hostname())
        .add("Image", one.image())
        .add("Open WebUI", one.appVersion())
        .add("Memory", gibibytes(one.memoryBytes()))
        .add("Cores", one.cores().toPlainString())
        .add("Kind", one.kind())
        .add(
            "Outside",
            one.outside() ? "may reach the network beyond the gateway" : "reaches the gateway only")
        .maybe("Variables", variables(one.environment()))
        .maybe("First admin", one.firstAdmin())
        .maybe("Job now", one.jobId())
        .add("Opened", when.exact(one.openedAt()) + " by " + one.openedBy())
        .add("Id", one.id())
        .add("Version", one.version())
        .rendered();
  }

  String plan(TenantPlanView plan, boolean colour) {
    StringBuilder text = new StringBuilder(plan.sentence()).append('\n');
    if (!plan.differences().isEmpty())
      text.append('\n').append(differences().rendered(plan.differences(), colour));
    if (!plan.steps().isEmpty())
      text.append("\nSteps: ").append(String.join(", ", plan.steps())).append('\n');
    return text.toString();
  }

  String live(LiveView live) {
    return new Facts()
        .add(
            "Running",
            live.running()
                ? "since " + when.exact(live.startedAt()) + uptime(live.startedAt())
                : "no")
        .add(
            "Processor",
            String.format(Locale.ROOT, "%.2f of %s cores", live.cores(), plain(live.coresLimit())))
        .add("Memory", gibibytes(live.memoryBytes()) + " of " + gibibytes(live.memoryLimitBytes()))
        .add("Data", live.diskBytes() == null ? "" : gigabytes(live.diskBytes()))
        .add("Processes", live.processes())
        .add("Restarts", live.restarts())
        .add("Open WebUI", live.appVersion())
        .maybe("Newer image", live.newerImage())
        .rendered();
  }

  static String adoption(AdoptionView found, String verb) {
    StringBuilder text = new StringBuilder();
    for (AdoptionView.Adopted each : found.adopted()) {
      text.append(verb).append(' ').append(each.slug());
      text.append(" from the container ").append(each.container()).append(".\n");
      each.lost().forEach(lost -> text.append("  not taken along: ").append(lost).append('\n'));
    }
    for (AdoptionView.Skipped each : found.skipped())
      text.append("Left %s alone. %s%n".formatted(each.container(), each.why()));
    return text.isEmpty() ? "No container waits to be adopted." : text.toString();
  }

  static String firstAdmin(FirstAdminView admin) {
    return """
    Address   %s
    Sign in   %s
    Password  %s

    The password is shown this once and then forgotten.
    """
        .formatted(admin.address(), admin.email(), admin.password());
  }

  /** Where it answers, once a job has brought it there. */
  static String reached(TenantView one) {
    return one.state().equals("healthy")
        ? one.slug() + " is healthy at " + one.address()
        : one.slug() + " is " + one.state() + ". " + one.reason();
  }

  private static Table<TenantPlanView.Difference> differences() {
    return new Table<TenantPlanView.Difference>()
        .column("Setting", TenantPlanView.Difference::setting)
        .column("Change", TenantPlanView.Difference::change, TenantText::tone)
        .column("Now", TenantPlanView.Difference::now)
        .column("After", TenantPlanView.Difference::after);
  }

  private String uptime(@Nullable Instant since) {
    if (since == null) return "";
    return ", " + When.lasting(Duration.between(since, when.clock().instant()));
  }

  private static String variables(Map<String, String> environment) {
    return new TreeMap<>(environment)
        .entrySet().stream()
            .map(variable -> variable.getKey() + "=" + variable.getValue())
            .collect(Collectors.joining("\n"));
  }

  static String gibibytes(long bytes) {
    return String.format(Locale.ROOT, "%.2f GiB", bytes / (double) (1L << 30));
  }

  private static String gigabytes(long bytes) {
    return String.format(Locale.ROOT, "%.2f GB", bytes / 1e9);
  }

  private static String plain(double number) {
    return java.math.BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }

  private static String or(@Nullable String text) {
    return text == null ? "" : text;
  }

  private static Tone tone(TenantPlanView.Difference difference) {
    return switch (difference.change()) {
      case "added" -> Tone.GOOD;
      case "removed" -> Tone.BAD;
      default -> Tone.WARNING;
    };
  }

  private static Tone tone(String state) {
    return switch (state) {
      case "healthy" -> Tone.GOOD;
      case "degraded", "unknown" -> Tone.WARNING;
      case "failed" -> Tone.BAD;
      case "stopped", "removed", "erased" -> Tone.FAINT;
      default -> Tone.STRONG;
    };
  }
}

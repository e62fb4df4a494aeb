package io.innkeeper.console;

import io.innkeeper.console.view.Action;
import io.innkeeper.console.view.Field;
import io.innkeeper.console.view.Question;
import io.innkeeper.console.view.Sentence;
import io.innkeeper.ingress.DoorRow;
import io.innkeeper.ingress.dns.DnsReport;
import io.innkeeper.ingress.dns.Hostname;
import io.innkeeper.tenant.Tenant;
import java.util.List;
import java.util.Optional;

/** What is asked before a tenant's hostnames, certificates or door are changed. */
final class HostnameQuestions {
  private HostnameQuestions() {}

  static Question add(Tenant tenant, Typed typed) {
    String at = TenantAddressPage.address(tenant);
    boolean first = tenant.spec().hostname().isEmpty();
    return question(
        first ? "By which name is it reached?" : "By which other name is it reached?",
        Sentence.of(
            first
                ? "It becomes the primary hostname: the app is told its new address and gets a new container."
                : "An alias: browsers are sent on from it to the primary hostname."),
        List.of(
            typed.fill(
                Field.text("hostname", "Hostname")
                    .hinted("chat.client.example, for example.")
                    .checkedAt(at + "/check"))),
        Action.post("Add it", at).with("plus").primary(),
        "Add none",
        at,
        first
            ? "innkeeper tenant change " + tenant.slug() + " --hostname NAME"
            : "innkeeper hostname add " + tenant.slug() + " NAME");
  }

  static Question dns(Tenant tenant, Hostname name, Optional<DnsReport> found) {
    String at = TenantAddressPage.address(tenant);
    if (found.isEmpty())
      return question(
          "DNS does not answer",
          Sentence.of(
              "That says nothing about the name. Check this machine’s DNS, then look again."),
          List.of(),
          Action.post("Look again", at + "/" + name + "/dns"),
          "Close",
          at,
          "innkeeper hostname check " + name);
    DnsReport report = found.get();
    return new Question(
        report.name().value(),
        Sentence.of(report.said()),
        List.of(),
        lines(report),
        List.of(),
        "",
        Action.post("Look again", at + "/" + report.name() + "/dns"),
        "Close",
        at,
        Optional.empty(),
        Sentence.of("innkeeper hostname check " + report.name()));
  }

  private static List<String> lines(DnsReport report) {
    return java.util.stream.Stream.of(
            line("CNAME", report.records().cname()),
            line("A", report.records().a()),
            line("AAAA", report.records().aaaa()),
            line("This server", report.here()))
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<String> line(String label, List<String> values) {
    return values.isEmpty()
        ? Optional.empty()
        : Optional.of(label + ": " + String.join(", ", values));
  }

  static Question upload(Tenant tenant, Hostname name, Typed typed) {
    String at = TenantAddressPage.address(tenant);
    return question(
        "A certificate of your own for " + name,
        Sentence.of("It is checked before anybody is shown it: names, dates, order, key."),
        List.of(
            typed.fill(
                Field.of(Field.Kind.AREA, "certificate", "Certificate and chain, in PEM")
                    .hinted("The hostname’s own first, then each one’s issuer.")),
            typed.fill(
                Field.of(Field.Kind.AREA, "key", "Its key, in PEM")
                    .hinted("Without a password. It is sealed and never shown again."))),
        Action.post("Show it", at + "/" + name + "/upload").with("key-round").primary(),
        "Keep what there is",
        at,
        "innkeeper certificate upload " + name + " CHAIN --file KEY");
  }

  /** DNS is shown beside, as for a new name: who moves one may have moved its record too. */
  static Question move(
      Tenant tenant, Hostname name, String dns, List<Field.Choice> others, Typed typed) {
    String at = TenantAddressPage.address(tenant);
    return question(
        "Where is " + name + " to lead?",
        Sentence.of("It takes its certificate along and becomes an alias there. " + dns),
        List.of(typed.fill(Field.select("tenant", "Tenant", others))),
        Action.post("Move it", at + "/" + name + "/move").with("arrow-up-right").primary(),
        "Leave it",
        at,
        "innkeeper hostname move " + name + " TENANT");
  }

  static Question remove(Tenant tenant, Hostname name) {
    String at = TenantAddressPage.address(tenant);
    return new Question(
        "Remove " + name + "?",
        Sentence.of("Whoever comes by it finds nothing any more."),
        List.of("The way by " + name),
        List.of("The workspace and its other names", "The certificate, on the shelf"),
        List.of(),
        "",
        Action.post("Remove it", at + "/" + name + "/remove")
            .with("trash-2")
            .weighing(Action.Weight.DESTROY),
        "Keep it",
        at,
        Optional.empty(),
        Sentence.of("innkeeper hostname remove " + name));
  }

  static Question maintain(Tenant tenant, DoorRow now) {
    return maintain(tenant, now, Optional.empty());
  }

  static Question maintain(Tenant tenant, DoorRow now, Optional<String> refusal) {
    String at = TenantAddressPage.address(tenant);
    boolean on = now.maintenance();
    return new Question(
        on ? "Let people in again?" : "Keep people out for a while?",
        Sentence.of(
            on
                ? "The page that kept them out goes at once."
                : "Whoever comes sees a page with your words. Open answers end by themselves; the app runs on."),
        List.of(),
        List.of(),
        on
            ? List.of()
            : List.of(
                Field.text("words", "What they are told")
                    .optional("optional")
                    .hinted("“Back at 18:00.”, for example.")),
        "",
        Action.post(
                on ? "Let them in" : "Keep them out",
                at + "/maintenance?out=" + (on ? "no" : "yes"))
            .with(on ? "play" : "pause")
            .primary(),
        on ? "Keep them out" : "Leave it open",
        at,
        refusal,
        Sentence.of("innkeeper ingress maintenance " + tenant.slug() + (on ? " --off" : " --on")));
  }

  private static Question question(
      String title,
      Sentence text,
      List<Field> fields,
      Action verb,
      String keep,
      String back,
      String same) {
    return new Question(
        title,
        text,
        List.of(),
        List.of(),
        fields,
        "",
        verb,
        keep,
        back,
        Optional.empty(),
        Sentence.of(same));
  }
}

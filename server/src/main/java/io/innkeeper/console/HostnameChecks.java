package io.innkeeper.console;

import io.innkeeper.console.view.Field;
import io.innkeeper.console.view.Field.Check;
import io.innkeeper.fault.Fault;
import io.innkeeper.ingress.IngressRoom;
import io.innkeeper.ingress.dns.DnsReport;
import io.innkeeper.ingress.dns.DnsReport.Verdict;
import io.innkeeper.ingress.dns.Hostname;
import java.util.Optional;

/** What we make of a hostname while it is typed: whose it is, and what DNS says of it. */
final class HostnameChecks {
  private final IngressRoom ingress;

  HostnameChecks(IngressRoom ingress) {
    this.ingress = ingress;
  }

  Field judge(Field field) {
    if (field.value().isEmpty()) return field;
    try {
      Hostname name = Hostname.parse(field.value());
      return field.saying(taken(name).orElseGet(() -> dns(name)));
    } catch (Fault e) {
      return field.saying(Check.bad(e.said()));
    }
  }

  /** What DNS says, if it does so shortly. */
  Check dns(Hostname name) {
    Optional<DnsReport> found = report(name);
    if (found.isEmpty()) return Check.warn("DNS does not answer just now.");
    return found.get().verdict() == Verdict.HERE
        ? Check.ok(found.get().said())
        : Check.warn(found.get().said());
  }

  Optional<DnsReport> report(Hostname name) {
    try {
      return Shortly.ask(() -> ingress.dns(name));
    } catch (Fault silent) {
      return Optional.empty();
    }
  }

  private Optional<Check> taken(Hostname name) {
    return ingress.hostnames().all().stream()
        .filter(claim -> claim.name().equals(name))
        .findFirst()
        .map(
            claim ->
                Check.bad(
                    "It leads to "
                        + ingress.hostnames().street().named(claim.tenant().toString()).name()
                        + " already."));
  }
}

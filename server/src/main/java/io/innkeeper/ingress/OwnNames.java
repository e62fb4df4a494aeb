package io.innkeeper.ingress;

import io.innkeeper.fault.Fault;
import io.innkeeper.ingress.dns.Hostname;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The names by which people reach the console. A tenant that took one would stand where operators
 * type their passwords.
 *
 * @param names in lower case; addresses among them do no harm
 */
record OwnNames(Set<String> names) {

  /**
   * @param certificate what the console's certificate is to be for
   */
  static OwnNames of(IngressSettings settings, List<String> certificate) {
    return new OwnNames(
        Stream.concat(settings.consoleHostname().stream(), certificate.stream())
            .map(name -> name.toLowerCase(Locale.ROOT))
            .collect(Collectors.toUnmodifiableSet()));
  }

  /**
   * @throws Fault CONFLICT for a name of the console
   */
  void refuse(Hostname name) {
    if (!names.contains(name.value())) return;
    String said = name + " is the console’s own name.";
    throw Fault.conflict("hostname-of-console", said)
        .advising("Choose another name for the tenant.")
        .about(List.of(new Fault.Field("hostname", said)));
  }
}

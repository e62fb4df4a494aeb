package io.innkeeper.ingress;

import io.innkeeper.engine.ImageReference;
import io.innkeeper.fault.Fault;
import io.innkeeper.ingress.certificate.AcmeSettings;
import io.innkeeper.ingress.dns.Hostname;
import io.innkeeper.settings.Setting;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How people reach tenants by hostname. */
public record IngressSettings(
    @Setting(
            says =
                "Who serves tenants by their hostnames: none (a proxy that is there already), host"
                    + " (nginx of this machine, run by Innkeeper) or container (nginx in one).",
            byDefault = "none")
        IngressMode mode,
    @Setting(
            says =
                "The addresses nginx listens on, IPv6 in brackets; those the machine lacks are left out.",
            byDefault = "0.0.0.0,[::]")
        List<String> listen,
    @Setting(says = "nginx's port for http.", byDefault = "80", min = 1, max = 65_535) int httpPort,
    @Setting(says = "nginx's port for https.", byDefault = "443", min = 1, max = 65_535)
        int httpsPort,
    @Setting(
            says =
                "Serve without certificates, for development or behind something that has them;"
                    + " addresses then begin with http.",
            byDefault = "false")
        boolean plainHttp,
    @Setting(
            says =
                "By which scheme people come when something in front of nginx has the certificates:"
                    + " http or https, at its usual port. By default what nginx itself serves.")
        Optional<String> publicScheme,
    @Setting(
            says =
                "The console's own hostname, if its certificate is to come from the authority too:"
                    + " it must lead here, and nginx must have port 80.")
        Optional<String> consoleHostname,
    @Setting(says = "The nginx to run in mode host.", byDefault = "nginx") String binary,
    @Setting(says = "As whom nginx's workers run when Innkeeper is root.", byDefault = "www-data")
        String user,
    @Setting(says = "The image to run in mode container.", byDefault = "nginx:stable")
        ImageReference image,
    @Setting(
            says = "The largest file people may upload, in megabytes.",
            byDefault = "512",
            min = 1,
            max = 65_536)
        int uploadMegabytes,
    @Setting(
            says =
                "Requests a second that one address may ask of one tenant, ten times as many in one"
                    + " go; 0 for any number.",
            byDefault = "50",
            min = 0,
            max = 10_000)
        int requestsPerSecond,
    @Setting(says = "Addresses or networks of proxies in front of nginx that are believed.")
        List<String> trustedProxies,
    @Setting(
            says =
                "The addresses by which this machine is reached from outside, to compare DNS with;"
                    + " by default those of its own interfaces. IPv6 without brackets.")
        List<String> publicAddresses,
    @Setting(
            says =
                "The DNS server to ask, with its port if not 53, IPv6 in brackets; by default the system's.")
        Optional<String> dnsServer,
    @Setting(
            says = "An access log is put aside when it is larger, in megabytes.",
            byDefault = "50",
            min = 1,
            max = 10_000)
        int logMegabytes,
    @Setting(
            says = "How many put-aside access logs each tenant keeps.",
            byDefault = "5",
            min = 0,
            max = 100)
        int logsKept,
    AcmeSettings acme) {
  private static final String ADDRESS = "[0-9.]{7,15}|\\[[0-9a-fA-F:.]{2,45}]";
  private static final String BARE_ADDRESS = "[0-9.]{7,15}|[0-9a-fA-F]{0,4}:[0-9a-fA-F:.]{1,44}";
  private static final String SERVER =
      "([0-9A-Za-z._-]{1,253}|\\[[0-9a-fA-F:.]{2,45}])(:[0-9]{1,5})?";
  private static final Pattern PORT = Pattern.compile("(?:^[^:]+|]):([0-9]+)$");
  private static final int LAST_PORT = 65_535;
  private static final String NETWORK = "[0-9a-fA-F:.]{2,45}(/[0-9]{1,3})?";

  public IngressSettings {
    listen = List.copyOf(listen);
    trustedProxies = List.copyOf(trustedProxies);
    publicAddresses = List.copyOf(publicAddresses);
    demand(listen, ADDRESS, "listen", "an address; IPv6 stands in brackets");
    demand(trustedProxies, NETWORK, "trusted-proxies", "an address or network");
    demand(publicAddresses, BARE_ADDRESS, "public-addresses", "an address, without brackets");
    demand(
        dnsServer.stream().toList(),
        SERVER,
        "dns-server",
        "a server; IPv6 stands in brackets, a port behind a colon");
    if (dnsServer.filter(IngressSettings::isOffPorts).isPresent())
      throw refusal(
          "dns-server", "“%s” has no port from 1 to %d.".formatted(dnsServer.get(), LAST_PORT));
    if (!user.matches("[a-z_][a-z0-9_-]{0,31}"))
      throw refusal("user", "“" + user + "” is not a user's name.");
    if (publicScheme.filter(one -> !one.matches("https?")).isPresent())
      throw refusal("public-scheme", "http or https, not “" + publicScheme.get() + "”.");
    consoleHostname.ifPresent(Hostname::parse);
    if (listen.isEmpty()) throw refusal("listen", "nginx needs an address to listen on.");
    if (httpPort == httpsPort && !plainHttp)
      throw refusal("https-port", "http and https need two ports.");
  }

  private static boolean isOffPorts(String server) {
    Matcher named = PORT.matcher(server);
    if (!named.find()) return false;
    int port = Integer.parseInt(named.group(1));
    return port < 1 || port > LAST_PORT;
  }

  private static void demand(List<String> given, String form, String setting, String wanted) {
    for (String each : given)
      if (!each.matches(form)) throw refusal(setting, "“" + each + "” is not " + wanted + ".");
  }

  private static Fault refusal(String setting, String said) {
    return Fault.invalid("ingress-settings", "innkeeper.ingress." + setting + ": " + said);
  }

  /** Whether we serve tenants by hostname. */
  public boolean serves() {
    return mode != IngressMode.NONE;
  }
}

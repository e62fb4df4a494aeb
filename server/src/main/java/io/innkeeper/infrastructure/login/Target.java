package io.innkeeper.infrastructure.login;

import io.innkeeper.fault.Fault;
import io.innkeeper.infrastructure.Credential;
import io.innkeeper.infrastructure.Environment;
import io.innkeeper.infrastructure.HostAddress;
import io.innkeeper.infrastructure.Source;
import io.innkeeper.infrastructure.SourceKind;
import io.innkeeper.infrastructure.SourceSpec;
import io.innkeeper.infrastructure.Trust;
import java.util.Locale;
import java.util.Optional;

/** Where an account signs in, and by what that is believed. */
record Target(Way way, HostAddress at, Trust trust) {

  /** Where the products' doors are. */
  record Ports(int ssh, int tls) {
    static final Ports USUAL = new Ports(22, 443);
  }

  /**
   * The target of an account that has a door.
   *
   * @throws Fault CONFLICT where there is none that may be used
   */
  static Target of(Environment of, Credential one, Way way, Ports ports) {
    String name = one.account().resourceName().strip().toLowerCase(Locale.ROOT);
    String host = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    Optional<SourceSpec> same =
        of.sources().stream()
            .map(Source::spec)
            .filter(source -> source.at().host().equals(host))
            .findFirst();
    if (way == Way.SSH) return new Target(way, parsed(host, ports.ssh()), Trust.SYSTEM);
    if (same.isPresent()) return new Target(way, same.get().at(), same.get().trust());
    return new Target(way, parsed(host, ports.tls()), shared(of));
  }

  private static HostAddress parsed(String host, int port) {
    try {
      return HostAddress.parse("host", host, port);
    } catch (Fault e) {
      throw NotTried.of("login-no-host", "“" + host + "” is no host that can be reached.", "")
          .fault()
          .because(e);
    }
  }

  /** What holds for the whole environment: a certificate that was pinned is that of one host. */
  private static Trust shared(Environment of) {
    Trust trust =
        of.source(SourceKind.MANAGER)
            .or(() -> of.source(SourceKind.INSTALLER))
            .map(source -> source.spec().trust())
            .orElse(Trust.SYSTEM);
    if (trust.kind() != Trust.Kind.PIN) return trust;
    throw NotTried.of(
            "login-trust",
            "The environment believes one certificate only, which is another host's.",
            "Give it the authority that signs its products' certificates.")
        .fault();
  }
}

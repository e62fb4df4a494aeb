package io.innkeeper.infrastructure.login;

import io.innkeeper.infrastructure.Credential;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.UUID;

/**
 * All names by which the account behind a credential is known: products count wrong passwords for
 * the account, whoever told us of it, in whichever environment, and by whichever name of its host.
 */
record AccountNames(List<String> all) {
  AccountNames {
    all = List.copyOf(all);
  }

  static AccountNames of(Credential one, Way way, String host, List<InetAddress> addresses) {
    String user = one.account().username().toLowerCase(Locale.ROOT);
    // In order, so that two who claim several never wait for each other.
    TreeSet<String> names = new TreeSet<>();
    names.add(name(host, user));
    for (InetAddress address : addresses) names.add(name(address.getHostAddress(), user));
    // An account of single sign-on is the same at every vCenter of its domain.
    if (way == Way.VCENTER) names.add(everywhere(one.environment(), user));
    return new AccountNames(List.copyOf(names));
  }

  private static String everywhere(UUID environment, String user) {
    return name("sso " + environment, user);
  }

  private static String name(String host, String user) {
    return user + " at " + host;
  }
}

package io.innkeeper.http;

import io.innkeeper.fault.Fault;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InterfaceAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The names and addresses by which this machine can be reached. */
final class MachineNames {
  private static final Pattern BRIDGES = Pattern.compile("(docker|br-|veth|ink-|virbr|cni).*");
  private static final Pattern NAME =
      Pattern.compile("(?!-)[A-Za-z0-9-]{1,63}(\\.[A-Za-z0-9-]{1,63})*");

  private MachineNames() {}

  /** They, after the given ones. */
  static Set<String> with(List<String> wanted) {
    Set<String> names = new LinkedHashSet<>(wanted);
    names.addAll(List.of("localhost", "127.0.0.1", "::1"));
    addHostName(names);
    addAddresses(names);
    return names;
  }

  /**
   * A name in lower case, an address in the one form that certificates show.
   *
   * @throws Fault INVALID when it is neither
   */
  static String canonical(String name) {
    boolean address = name.contains(":") || name.matches("[0-9.]+");
    try {
      if (address) return InetAddress.ofLiteral(name).getHostAddress();
    } catch (IllegalArgumentException notAnAddress) {
      throw refusal(name);
    }
    if (!NAME.matcher(name).matches()) throw refusal(name);
    return name.toLowerCase(Locale.ROOT);
  }

  private static Fault refusal(String name) {
    return Fault.invalid(
        "certificate-name",
        "innkeeper.tls.names: “" + name + "” is neither a host's name nor an address.");
  }

  private static void addHostName(Set<String> names) {
    try {
      String name = InetAddress.getLocalHost().getHostName();
      if (NAME.matcher(name).matches()) names.add(name);
    } catch (UnknownHostException nameless) {
      // the addresses have to do
    }
  }

  /** Bridges of containers come and go, and nobody reaches the console by them. */
  private static void addAddresses(Set<String> names) {
    try {
      for (NetworkInterface each : NetworkInterface.networkInterfaces().toList()) {
        if (!each.isUp() || each.isLoopback() || BRIDGES.matcher(each.getName()).matches())
          continue;
        for (InterfaceAddress address : each.getInterfaceAddresses())
          if (usable(address.getAddress())) names.add(text(address.getAddress()));
      }
    } catch (SocketException unknown) {
      // localhost stays
    }
  }

  private static boolean usable(InetAddress address) {
    return address instanceof Inet4Address || !address.isLinkLocalAddress();
  }

  private static String text(InetAddress address) {
    return address.getHostAddress().replaceAll("%.*", "");
  }
}

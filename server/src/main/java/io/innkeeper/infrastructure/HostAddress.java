package io.innkeeper.infrastructure;

import io.innkeeper.fault.Fault;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where a source is: a host's name or address, never with a path or anything else behind it.
 *
 * @param host lower case; an IPv6 address without brackets
 */
public record HostAddress(String host, int port) {
  public static final int USUAL_PORT = 443;

  private static final Pattern LABEL = Pattern.compile("[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?");
  private static final Pattern FOUR =
      Pattern.compile("((25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(\\.(?!$)|$)){4}");

  /**
   * Reads a host and a port.
   *
   * @param field whose sentences these are, for example {@code manager.host}
   * @throws Fault INVALID when it is neither a name nor an address
   */
  public static HostAddress parse(String field, String host, int port) {
    String plain = host.strip().toLowerCase(Locale.ROOT);
    if (port < 1 || port > 65_535)
      throw Fault.invalidField(
          field.replaceAll("host$", "port"), "port", "A port is a number from 1 to 65535.");
    if (FOUR.matcher(plain).matches() || named(plain)) return new HostAddress(plain, port);
    String bare = plain.replaceAll("^\\[(.*)]$", "$1");
    if (six(bare)) return new HostAddress(bare, port);
    throw Fault.invalidField(
        field,
        "host",
        "A host is a name such as sddc.example.com or an address such as 10.0.0.4, without https://"
            + " and without a port.");
  }

  private static boolean named(String text) {
    if (text.isEmpty() || text.length() > 253) return false;
    String[] labels = text.split("\\.", -1);
    for (String label : labels) if (!LABEL.matcher(label).matches()) return false;
    // A last label of digits alone is a mistyped address, which resolvers read in their own ways.
    return !labels[labels.length - 1].matches("\\d+|0x[0-9a-f]+");
  }

  private static boolean six(String text) {
    if (!text.contains(":")) return false;
    try {
      return InetAddress.ofLiteral(text) instanceof Inet6Address;
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  /** As in an address of the web. */
  public String shown() {
    String name = host.contains(":") ? "[" + host + "]" : host;
    return port == USUAL_PORT ? name : name + ":" + port;
  }
}

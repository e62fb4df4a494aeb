package io.innkeeper.infrastructure.vcf;

import io.innkeeper.fault.Fault;
import io.innkeeper.infrastructure.Network;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Which addresses may be asked. A host is looked up once; who connects goes to the very address
 * that was looked at, so a name that answers differently the second time gains nothing.
 */
public final class AddressPolicy {
  /** Never asked, unless a network that lies wholly among them is named. */
  private static final List<Network> SPECIAL =
      Stream.of(
              "0.0.0.0/8",
              "127.0.0.0/8",
              "169.254.0.0/16",
              "100.100.100.200/32",
              "168.63.129.16/32",
              "192.0.0.0/24",
              "224.0.0.0/4",
              "240.0.0.0/4",
              "::/96",
              "::ffff:0:0:0/96",
              "64:ff9b:1::/48",
              "2001::/32",
              "fe80::/10",
              "fec0::/10",
              "fd00:ec2::254/128",
              "fd20:ce::254/128",
              "ff00::/8")
          .map(Network::parse)
          .toList();

  private static final Network NAT64 = Network.parse("64:ff9b::/96");

  private final List<Network> allowed;
  private final Lookup lookup;

  /** How names become addresses. */
  public interface Lookup {
    InetAddress[] all(String host) throws UnknownHostException;
  }

  /**
   * @param allowed empty for everything that is not special
   */
  public AddressPolicy(List<Network> allowed) {
    this(allowed, InetAddress::getAllByName);
  }

  AddressPolicy(List<Network> allowed, Lookup lookup) {
    this.allowed = List.copyOf(allowed);
    this.lookup = lookup;
  }

  /**
   * The addresses of a host; a single one that may not be asked is enough to refuse it.
   *
   * @throws Fault FORBIDDEN when it may not be asked, UPSTREAM when it isn't known
   */
  public List<InetAddress> addresses(String host) {
    InetAddress[] found;
    try {
      found = lookup.all(host);
    } catch (UnknownHostException e) {
      throw Fault.of(
              Fault.Kind.UPSTREAM, "vcf-unknown-host", "No host called " + host + " is known.")
          .advising("Check how the name is written, and that this machine's DNS knows it.")
          .because(e);
    }
    for (InetAddress address : found) {
      if (mayBeAsked(address)) continue;
      throw Fault.of(
              Fault.Kind.FORBIDDEN,
              "vcf-address-refused",
              host + " is not in a network that may be asked, so nothing was sent.")
          .advising("An admin names such networks in innkeeper.infrastructure.networks.");
    }
    return List.of(found);
  }

  /** Whether an address may be asked. */
  public boolean mayBeAsked(InetAddress address) {
    Optional<InetAddress> inside = carried(address);
    if (inside.isPresent()) return mayBeAsked(inside.get());
    for (Network special : specials(address))
      if (allowed.stream().noneMatch(one -> special.holds(one) && one.contains(address)))
        return false;
    return allowed.isEmpty() || allowed.stream().anyMatch(one -> one.contains(address));
  }

  private static List<Network> specials(InetAddress address) {
    Stream<Network> classes = SPECIAL.stream().filter(one -> one.contains(address));
    return Stream.concat(classes, ours(address).stream()).toList();
  }

  /** This machine's own address beside loopback: other doors of ours are behind it. */
  private static Optional<Network> ours(InetAddress address) {
    try {
      boolean own =
          !address.isLoopbackAddress() && NetworkInterface.getByInetAddress(address) != null;
      return own ? Optional.of(Network.only(address)) : Optional.empty();
    } catch (SocketException e) {
      return Optional.of(Network.only(address));
    }
  }

  /** The IPv4 address that an IPv6 one only carries: NAT64, 6to4. */
  private static Optional<InetAddress> carried(InetAddress address) {
    if (!(address instanceof Inet6Address)) return Optional.empty();
    byte[] bytes = address.getAddress();
    int first = (bytes[0] & 0xff) << 8 | bytes[1] & 0xff;
    if (NAT64.contains(address)) return Optional.of(four(bytes, 12));
    if (first == 0x2002) return Optional.of(four(bytes, 2));
    return Optional.empty();
  }

  private static InetAddress four(byte[] bytes, int from) {
    try {
      return InetAddress.getByAddress(Arrays.copyOfRange(bytes, from, from + 4));
    } catch (UnknownHostException e) {
      throw new IllegalStateException("four bytes are an address", e);
    }
  }
}

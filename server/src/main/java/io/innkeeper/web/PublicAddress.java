package io.innkeeper.web;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** Tells addresses that everybody can reach from those of this host and the networks around it. */
public final class PublicAddress {
  private PublicAddress() {}

  public static boolean is(InetAddress address) {
    if (address.isAnyLocalAddress()
        || address.isLoopbackAddress()
        || address.isLinkLocalAddress()
        || address.isSiteLocalAddress()
        || address.isMulticastAddress()) return false;
    byte[] bytes = address.getAddress();
    return address instanceof Inet4Address ? fourIs(bytes) : sixIs((Inet6Address) address, bytes);
  }

  private static boolean fourIs(byte[] bytes) {
    int first = bytes[0] & 0xff;
    int second = bytes[1] & 0xff;
    int third = bytes[2] & 0xff;
    boolean shared = first == 100 && second >= 64 && second < 128;
    boolean protocol = first == 192 && second == 0;
    boolean benchmark = first == 198 && (second == 18 || second == 19);
    boolean examples =
        first == 198 && second == 51 && third == 100 || first == 203 && second == 0 && third == 113;
    return first != 0 && first < 224 && !shared && !protocol && !benchmark && !examples;
  }

  /** Only the part of IPv6 that is given out, and nothing that carries an IPv4 address inside. */
  private static boolean sixIs(Inet6Address address, byte[] bytes) {
    if (address.isIPv4CompatibleAddress()) return false;
    int first = (bytes[0] & 0xff) << 8 | bytes[1] & 0xff;
    int second = (bytes[2] & 0xff) << 8 | bytes[3] & 0xff;
    if (first == 0x64 && second == 0xff9b) return carried(bytes, 12);
    if (first == 0x2002) return carried(bytes, 2);
    boolean teredo = first == 0x2001 && second == 0;
    boolean examples = first == 0x2001 && second == 0xdb8;
    return (first & 0xe000) == 0x2000 && !teredo && !examples;
  }

  private static boolean carried(byte[] bytes, int from) {
    try {
      return is(InetAddress.getByAddress(Arrays.copyOfRange(bytes, from, from + 4)));
    } catch (UnknownHostException e) {
      return false;
    }
  }
}

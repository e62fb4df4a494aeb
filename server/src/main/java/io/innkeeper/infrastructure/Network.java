package io.innkeeper.infrastructure;

import io.innkeeper.fault.Fault;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.HexFormat;

/** A block of addresses of either family: {@code 10.20.0.0/16}, {@code fd12:3456::/32}. */
public final class Network {
  private final String text;
  private final byte[] base;
  private final int prefix;

  private Network(String text, byte[] base, int prefix) {
    this.text = text;
    this.base = base;
    this.prefix = prefix;
  }

  /**
   * Reads a block; bits beyond the prefix must be zero, and an address alone is a block of one.
   *
   * @throws Fault INVALID when it isn't one
   */
  public static Network parse(String text) {
    String[] parts = text.strip().split("/", -1);
    try {
      byte[] base = literal(parts[0]);
      int prefix = parts.length == 1 ? base.length * 8 : Integer.parseInt(parts[1]);
      Network network = new Network(text.strip(), base, prefix);
      if (parts.length <= 2 && prefix >= 0 && prefix <= base.length * 8 && network.plain())
        return network;
    } catch (IllegalArgumentException e) {
      throw refusal(text).because(e);
    }
    throw refusal(text);
  }

  /** Exactly one address. */
  public static Network only(InetAddress address) {
    byte[] bytes = address.getAddress();
    return new Network(address.getHostAddress(), bytes, bytes.length * 8);
  }

  public boolean contains(InetAddress address) {
    return begins(address.getAddress(), prefix);
  }

  /** Whether all of another block lies in this one. */
  public boolean holds(Network other) {
    return other.prefix >= prefix && begins(other.base, prefix);
  }

  private boolean begins(byte[] address, int bits) {
    if (address.length != base.length) return false;
    int whole = bits / 8;
    if (!Arrays.equals(address, 0, whole, base, 0, whole)) return false;
    int rest = bits % 8;
    if (rest == 0) return true;
    int mask = 0xff << (8 - rest);
    return (address[whole] & mask) == (base[whole] & mask);
  }

  private boolean plain() {
    for (int bit = prefix; bit < base.length * 8; bit++)
      if ((base[bit / 8] & 0x80 >> bit % 8) != 0) return false;
    return true;
  }

  private static byte[] literal(String text) {
    // Java also reads 127.1 and 2130706433 as addresses; a setting means what it looks like.
    if (!text.contains(":") && !text.matches("\\d{1,3}(\\.\\d{1,3}){3}"))
      throw new IllegalArgumentException("no address");
    InetAddress address = InetAddress.ofLiteral(text);
    if (text.contains(":") && !(address instanceof Inet6Address))
      throw new IllegalArgumentException("an IPv4 address in disguise");
    return address.getAddress();
  }

  private static Fault refusal(String text) {
    return Fault.invalid(
        "network", "“" + text + "” is not a network such as 10.20.0.0/16 or fd12:3456::/32.");
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Network that && prefix == that.prefix && Arrays.equals(base, that.base);
  }

  @Override
  public int hashCode() {
    return HexFormat.of().formatHex(base).hashCode() * 31 + prefix;
  }

  @Override
  public String toString() {
    return text;
  }
}

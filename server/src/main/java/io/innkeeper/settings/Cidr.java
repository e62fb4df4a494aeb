package io.innkeeper.settings;

import io.innkeeper.fault.Fault;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A block of IPv4 addresses, written like {@code 10.213.0.0/16}; no bits beyond the prefix. */
public record Cidr(int address, int prefix) {
  private static final Pattern FORM =
      Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})/(\\d{1,2})");

  public Cidr {
    if (prefix < 1 || prefix > 32 || (address & ~mask(prefix)) != 0)
      throw refusal(dotted(address) + "/" + prefix);
  }

  /**
   * Reads a block.
   *
   * @throws Fault INVALID when it isn't one
   */
  public static Cidr parse(String text) {
    Matcher matcher = FORM.matcher(text.strip());
    if (!matcher.matches()) throw refusal(text);
    int address = 0;
    for (int group = 1; group <= 4; group++) {
      int octet = Integer.parseInt(matcher.group(group));
      if (octet > 255) throw refusal(text);
      address = address << 8 | octet;
    }
    return new Cidr(address, Integer.parseInt(matcher.group(5)));
  }

  /** How many blocks of a longer prefix it holds. */
  public int count(int longer) {
    return 1 << (longer - prefix);
  }

  /** The block of a longer prefix at a position, counted from 0. */
  public Cidr part(int longer, int position) {
    return new Cidr(address + (position << (32 - longer)), longer);
  }

  /** Whether the two share an address. */
  public boolean overlaps(Cidr other) {
    int shorter = mask(Math.min(prefix, other.prefix));
    return (address & shorter) == (other.address & shorter);
  }

  private static int mask(int prefix) {
    return -1 << (32 - prefix);
  }

  private static String dotted(int address) {
    return (address >>> 24)
        + "."
        + (address >>> 16 & 255)
        + "."
        + (address >>> 8 & 255)
        + "."
        + (address & 255);
  }

  private static Fault refusal(String text) {
    return Fault.invalid(
        "address-block", "“" + text + "” is not a block of addresses such as 10.213.0.0/16.");
  }

  @Override
  public String toString() {
    return dotted(address) + "/" + prefix;
  }
}

package io.innkeeper.ingress.dns;

import io.innkeeper.fault.Fault;
import java.net.IDN;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A name in the domain name system that leads to one tenant, in the form that travels: lower case,
 * letters of other scripts as {@code xn--…}. Never a wildcard, never an address.
 */
public record Hostname(String value) implements Comparable<Hostname> {
  private static final int LONGEST = 253;
  private static final Pattern FORM =
      Pattern.compile(
          "(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?");
  private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|.*:.*");

  /**
   * Reads what a person typed.
   *
   * @throws Fault INVALID with a sentence about what is wrong with it
   */
  public static Hostname parse(String text) {
    String typed = text.strip();
    if (typed.contains("*"))
      throw refusal("A wildcard is no hostname: name each address, such as chat.client.example.");
    if (typed.contains("://") || typed.contains("/"))
      throw refusal("“" + typed + "” is an address with a path. Give the name alone.");
    if (ADDRESS.matcher(typed).matches())
      throw refusal("“" + typed + "” is an IP address or has a port. Give a name.");
    String name = ascii(typed);
    if (name.length() > LONGEST || !FORM.matcher(name).matches())
      throw refusal("“" + typed + "” is not a hostname such as chat.client.example.");
    return new Hostname(name);
  }

  private static String ascii(String typed) {
    String bare = typed.endsWith(".") ? typed.substring(0, typed.length() - 1) : typed;
    try {
      return IDN.toASCII(bare, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      throw refusal("“" + typed + "” is not a hostname such as chat.client.example.");
    }
  }

  /** As people read it: {@code żółw.example} for {@code xn--w-uga1v8h.example}. */
  public String shown() {
    return IDN.toUnicode(value);
  }

  private static Fault refusal(String said) {
    return Fault.invalidField("hostname", "hostname", said);
  }

  @Override
  public int compareTo(Hostname other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}

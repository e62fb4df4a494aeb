package io.innkeeper.ingress.dns;

import io.innkeeper.ingress.dns.DnsLookup.Records;
import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * What DNS says of a hostname beside where we are: shown before a change, never demanded.
 *
 * @param here the addresses by which this machine is reached
 */
public record DnsReport(
    Hostname name, Records records, List<String> here, Verdict verdict, String said) {
  /** The ranges that Cloudflare publishes for its proxies. */
  private static final List<Network> CLOUDFLARE =
      List.of(
              "173.245.48.0/20",
              "103.21.244.0/22",
              "103.22.200.0/22",
              "103.31.4.0/22",
              "141.101.64.0/18",
              "108.162.192.0/18",
              "190.93.240.0/20",
              "188.114.96.0/20",
              "197.234.240.0/22",
              "198.41.128.0/17",
              "162.158.0.0/15",
              "104.16.0.0/13",
              "104.24.0.0/14",
              "172.64.0.0/13",
              "131.0.72.0/22",
              "2400:cb00::/32",
              "2606:4700::/32",
              "2803:f800::/32",
              "2405:b500::/32",
              "2405:8100::/32",
              "2a06:98c0::/29",
              "2c0f:f248::/32")
          .stream()
          .map(Network::parse)
          .toList();

  /** How the two differ. */
  public enum Verdict {
    /** All of its addresses are ours. */
    HERE,
    /** Some are, some aren't. */
    PARTLY,
    ELSEWHERE,
    /** A known proxy stands in front; where that leads we can't see. */
    BEHIND_PROXY,
    /** It doesn't exist, or has no address. */
    NOWHERE;

    public String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Pure: the same records give the same report. */
  public static DnsReport of(Hostname name, Records records, Set<String> here) {
    Set<String> found = canonical(records.addresses());
    Set<String> ours = canonical(List.copyOf(here));
    Verdict verdict = verdict(found, ours);
    return new DnsReport(
        name, records, List.copyOf(ours), verdict, sentence(name, verdict, found, ours));
  }

  /** Whether it is worth asking an authority, which looks here by this name. */
  public boolean reachable() {
    return verdict != Verdict.NOWHERE;
  }

  private static Verdict verdict(Set<String> found, Set<String> ours) {
    if (found.isEmpty()) return Verdict.NOWHERE;
    if (ours.containsAll(found)) return Verdict.HERE;
    if (found.stream().anyMatch(ours::contains)) return Verdict.PARTLY;
    boolean proxied =
        found.stream().allMatch(one -> CLOUDFLARE.stream().anyMatch(net -> net.holds(one)));
    return proxied ? Verdict.BEHIND_PROXY : Verdict.ELSEWHERE;
  }

  private static String sentence(
      Hostname name, Verdict verdict, Set<String> found, Set<String> ours) {
    String its = String.join(", ", found);
    return switch (verdict) {
      case HERE -> name + " points here.";
      case PARTLY -> {
        Set<String> others = new TreeSet<>(found);
        others.removeAll(ours);
        yield name
            + " points here, and also to "
            + String.join(", ", others)
            + ": some people land elsewhere.";
      }
      case ELSEWHERE ->
          name + " points to " + its + "; this machine is " + String.join(", ", ours) + ".";
      case BEHIND_PROXY ->
          name
              + " is behind Cloudflare, so where it leads can’t be seen. Its encryption mode there must be Full.";
      case NOWHERE ->
          name
              + " has no address in DNS yet. Add an A record for "
              + String.join(" or ", ours)
              + ".";
    };
  }

  private static Set<String> canonical(List<String> addresses) {
    Set<String> all = new TreeSet<>();
    for (String each : addresses) {
      try {
        all.add(InetAddress.ofLiteral(each).getHostAddress());
      } catch (IllegalArgumentException notAnAddress) {
        all.add(each);
      }
    }
    return all;
  }

  /** A range of addresses. */
  private record Network(byte[] base, int bits) {
    static Network parse(String text) {
      int slash = text.indexOf('/');
      return new Network(
          InetAddress.ofLiteral(text.substring(0, slash)).getAddress(),
          Integer.parseInt(text.substring(slash + 1)));
    }

    boolean holds(String address) {
      byte[] other;
      try {
        other = InetAddress.ofLiteral(address).getAddress();
      } catch (IllegalArgumentException e) {
        return false;
      }
      if (other.length != base.length) return false;
      for (int bit = 0; bit < bits; bit++) {
        int mask = 0x80 >> (bit % 8);
        if ((base[bit / 8] & mask) != (other[bit / 8] & mask)) return false;
      }
      return true;
    }
  }
}

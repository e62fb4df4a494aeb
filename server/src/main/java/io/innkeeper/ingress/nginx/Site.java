package io.innkeeper.ingress.nginx;

import io.innkeeper.ingress.dns.Hostname;
import java.util.List;
import java.util.Optional;

/**
 * One tenant as nginx has to know it.
 *
 * @param slug names its files
 * @param port where its app answers on 127.0.0.1; empty shows {@code away} to whoever comes
 * @param names the primary one first
 * @param away what is said while the app isn't served
 */
public record Site(String slug, Optional<Integer> port, List<Named> names, AwayPage away) {
  public Site {
    if (names.isEmpty()) throw new IllegalArgumentException("a site needs a name");
    names = List.copyOf(names);
  }

  /**
   * One of its names and what it shows.
   *
   * @param certificate the chain in PEM, its leaf first
   * @param key the key in PEM, secret
   * @param trusted whether browsers accept it: then they are told to come by https only
   */
  public record Named(Hostname name, String certificate, String key, boolean trusted) {
    @Override
    public String toString() {
      return "Named[" + name + "]";
    }
  }

  /** The same, if it has this name, with another certificate for it. */
  public Site showing(Named other) {
    return new Site(
        slug,
        port,
        names.stream().map(one -> one.name().equals(other.name()) ? other : one).toList(),
        away);
  }

  Named primary() {
    return names.getFirst();
  }

  List<Named> aliases() {
    return names.subList(1, names.size());
  }
}

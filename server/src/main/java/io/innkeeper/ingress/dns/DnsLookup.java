package io.innkeeper.ingress.dns;

import io.innkeeper.fault.Fault;
import java.util.ArrayList;
import java.util.Hashtable;
import java.util.List;
import java.util.Optional;
import javax.naming.CommunicationException;
import javax.naming.Context;
import javax.naming.NameNotFoundException;
import javax.naming.NamingEnumeration;
import javax.naming.NamingException;
import javax.naming.directory.Attribute;
import javax.naming.directory.Attributes;
import javax.naming.directory.InitialDirContext;

/** Asks a DNS server itself, past this machine's own table of hosts. */
public final class DnsLookup {
  private static final int MOST_ALIASES = 8;

  private final Optional<String> server;

  /**
   * @param server an address with its port if not 53; empty for the system's
   */
  public DnsLookup(Optional<String> server) {
    this.server = server;
  }

  /** What stands there for a name; empty lists when it doesn't exist. */
  public Records of(Hostname name) {
    List<String> aliases = new ArrayList<>();
    String at = name.value();
    while (aliases.size() < MOST_ALIASES) {
      Optional<String> next = ask(at, "CNAME").stream().findFirst();
      if (next.isEmpty()) break;
      at = withoutDot(next.get());
      aliases.add(at);
    }
    return new Records(ask(at, "A"), ask(at, "AAAA"), aliases);
  }

  /** Addresses, and the names that lead to them in turn. */
  public record Records(List<String> a, List<String> aaaa, List<String> cname) {
    public Records {
      a = List.copyOf(a);
      aaaa = List.copyOf(aaaa);
      cname = List.copyOf(cname);
    }

    List<String> addresses() {
      List<String> all = new ArrayList<>(a);
      all.addAll(aaaa);
      return all;
    }
  }

  /** DNS attributes are texts: nothing of what a server answers is made into an object. */
  @SuppressWarnings("BanJNDI")
  private List<String> ask(String name, String type) {
    Hashtable<String, String> environment = new Hashtable<>();
    environment.put(Context.INITIAL_CONTEXT_FACTORY, "com.sun.jndi.dns.DnsContextFactory");
    environment.put(Context.PROVIDER_URL, "dns:" + server.map(one -> "//" + one).orElse(""));
    environment.put("com.sun.jndi.dns.timeout.initial", "1500");
    environment.put("com.sun.jndi.dns.timeout.retries", "2");
    try {
      InitialDirContext context = new InitialDirContext(environment);
      try {
        return values(context.getAttributes(name + ".", new String[] {type}), type);
      } finally {
        context.close();
      }
    } catch (NameNotFoundException none) {
      return List.of();
    } catch (CommunicationException e) {
      throw Fault.of(
              Fault.Kind.UPSTREAM,
              "dns-silent",
              "Tried to look up " + name + ", but no DNS server answers.")
          .advising("Check this machine’s DNS, or set innkeeper.ingress.dns-server.")
          .because(e);
    } catch (NamingException e) {
      // No such record, or a server that refuses the kind of question: nothing to show.
      return List.of();
    }
  }

  private static List<String> values(Attributes attributes, String type) throws NamingException {
    Attribute found = attributes.get(type);
    if (found == null) return List.of();
    List<String> values = new ArrayList<>();
    NamingEnumeration<?> all = found.getAll();
    while (all.hasMore()) values.add(String.valueOf(all.next()));
    return values.stream().sorted().toList();
  }

  private static String withoutDot(String name) {
    return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
  }
}

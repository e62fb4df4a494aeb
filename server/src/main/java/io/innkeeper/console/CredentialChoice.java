package io.innkeeper.console;

import io.innkeeper.console.view.Listing;
import io.innkeeper.console.view.WindowState;
import io.innkeeper.http.Call;
import io.innkeeper.infrastructure.CredentialFacets;
import io.innkeeper.infrastructure.Environment;
import io.innkeeper.infrastructure.reading.ListWish;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What is chosen among an environment's accounts, by the address. */
record CredentialChoice(Address address, ListWish wish) {

  static CredentialChoice of(Call call, Environment one) {
    Address address = Address.of(call, EnvironmentHeads.address(one), ListWish.names());
    return new CredentialChoice(address, ListWish.of(one.id(), call::query));
  }

  /** What stands above the list. */
  Listing listing(CredentialFacets facets, Listing.Paging paging) {
    return new Listing(
        address.path(),
        address.get("q"),
        "Host or account",
        address.hiddenBut("q"),
        List.of(
            menu(address, "Resource", "resource-type", facets.resourceTypes()),
            menu(address, "Account", "account-type", facets.accountTypes()),
            menu(address, "Kind", "credential-type", facets.credentialTypes()),
            menu(address, "Domain", "domain", facets.domains()),
            menu(address, "Source", "source", facets.sources())),
        chips(facets),
        List.of(
            column("Host", "host", ""),
            column("Account", "username", ""),
            new Listing.Column("Secret", "", "", "kept"),
            column("Checked", "seen", "r2"),
            column("Expires", "expires", "r2"),
            new Listing.Column("", "", "", "looks")),
        paging,
        facets.found() == 1 ? "1 credential" : facets.found() + " credentials");
  }

  /** Where these are asked for as a file; nothing where they are all. */
  String export() {
    return wish.filter().narrows()
        ? new Address(address.path() + "/export", address.query()).toString()
        : "";
  }

  private Listing.Column column(String label, String word, String css) {
    // Without a wish the list stands by host, so its head says so.
    Address shown = address.get("sort").isEmpty() ? address.with("sort", "host") : address;
    return shown.column(label, word, css);
  }

  private List<Listing.Chip> chips(CredentialFacets facets) {
    long told = facets.missing(false);
    long missing = facets.missing(true);
    if (missing == 0 && address.get("missing").isEmpty()) return List.of();
    return List.of(
        chip(Optional.empty(), "All", "", told + missing),
        chip(Optional.of(WindowState.VALID), "Told", "false", told),
        chip(Optional.of(WindowState.HALF_DONE), "Missing", "true", missing));
  }

  private Listing.Chip chip(Optional<WindowState> state, String word, String value, long count) {
    return new Listing.Chip(
        state,
        word,
        Long.toString(count),
        address.with("missing", value).toString(),
        address.get("missing").equals(value));
  }

  /** A menu of what is there under the other filters, and of what is chosen anyway. */
  static Listing.Filter menu(Address address, String name, String part, Map<String, Long> counts) {
    String now = address.get(part);
    List<Listing.Option> options = new ArrayList<>();
    options.add(new Listing.Option("Any", "", address.with(part, "").toString(), now.isEmpty()));
    Map<String, Long> values = new TreeMap<>(counts);
    values.putIfAbsent(now, 0L);
    values.forEach(
        (value, many) -> {
          if (value.isEmpty()) return;
          options.add(
              new Listing.Option(
                  word(part, value),
                  Long.toString(many),
                  address.with(part, value).toString(),
                  value.equals(now)));
        });
    return new Listing.Filter(name, now.isEmpty() ? "" : word(part, now), options);
  }

  private static String word(String part, String value) {
    if (part.equals("resource-type")) return CredentialRows.resource(value);
    if (part.equals("source")) return CredentialRows.capital(value);
    return value;
  }
}

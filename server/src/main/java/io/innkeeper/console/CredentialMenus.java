package io.innkeeper.console;

import io.innkeeper.console.view.Listing;
import io.innkeeper.infrastructure.CredentialFacets;
import io.innkeeper.infrastructure.CredentialMarks;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Filters of the remaining columns, and every order that there is. */
record CredentialMenus(Address address, Moments moments) {
  private static final Map<String, String> SECRETS =
      Map.of("kept", "Known", "never", "Never told", "unreadable", "Unreadable now");
  private static final List<List<String>> ORDERS =
      List.of(
          List.of("host", "Host"),
          List.of("username", "Account"),
          List.of("resource-type", "Resource"),
          List.of("account-type", "Kind of account"),
          List.of("credential-type", "Kind of access"),
          List.of("domain", "Domain"),
          List.of("source", "Source"),
          List.of("seen", "Longest unchecked"),
          List.of("-seen", "Latest checked"),
          List.of("expires", "First to expire"));

  /** The moments before which the menus ask for an end. */
  List<Instant> ends() {
    Instant today = moments.startOfDay();
    return List.of(today, today.plus(Duration.ofDays(15)), today.plus(Duration.ofDays(91)));
  }

  /** The moments before which the menus ask for a last sight. */
  List<Instant> sights() {
    return List.of(moments.startOfDay(), moments.startOfDay().minus(Duration.ofDays(7)));
  }

  /** The list's surroundings with these menus. */
  Listing beside(Listing listing, CredentialFacets facets) {
    List<Listing.Filter> all = new ArrayList<>(listing.filters());
    all.add(secret(facets));
    all.add(expires(facets));
    all.add(checked(facets));
    all.add(order());
    return new Listing(
        listing.address(),
        listing.query(),
        listing.placeholder(),
        listing.kept(),
        all,
        listing.chips(),
        listing.columns(),
        listing.paging(),
        listing.found());
  }

  private Listing.Filter secret(CredentialFacets facets) {
    List<Listing.Option> options = any("password");
    for (CredentialMarks.Kept kept : CredentialMarks.Kept.values())
      options.add(
          option(
              "password", SECRETS.getOrDefault(kept.word(), ""), kept.word(), facets.kept(kept)));
    return filter("Secret", "password", options);
  }

  private Listing.Filter expires(CredentialFacets facets) {
    List<Listing.Option> options = any("expires");
    List<String> labels = List.of("Expired", "Within 14 days", "Within 90 days");
    for (int at = 0; at < labels.size(); at++) {
      Instant end = ends().get(at);
      options.add(option("expires", labels.get(at), end.toString(), facets.endingBefore(end)));
    }
    options.add(option("expires", "Not known to expire", "never", facets.endless()));
    return filter("Expires", "expires", options);
  }

  private Listing.Filter checked(CredentialFacets facets) {
    List<Listing.Option> options = any("seen-before");
    List<String> labels = List.of("Not today", "Not within 7 days");
    for (int at = 0; at < labels.size(); at++) {
      Instant seen = sights().get(at);
      options.add(
          option("seen-before", labels.get(at), seen.toString(), facets.notSeenSince(seen)));
    }
    return filter("Checked", "seen-before", options);
  }

  private Listing.Filter order() {
    List<Listing.Option> options = new ArrayList<>();
    String now = address.get("sort").isEmpty() ? "host" : address.get("sort");
    for (List<String> one : ORDERS)
      options.add(
          new Listing.Option(
              one.getLast(),
              "",
              address.with("sort", one.getFirst()).toString(),
              one.getFirst().equals(now)));
    return new Listing.Filter("Order", "", options);
  }

  private List<Listing.Option> any(String part) {
    List<Listing.Option> options = new ArrayList<>();
    options.add(
        new Listing.Option(
            "Any", "", address.with(part, "").toString(), address.get(part).isEmpty()));
    return options;
  }

  private Listing.Option option(String part, String label, String value, long many) {
    return new Listing.Option(
        label,
        Long.toString(many),
        address.with(part, value).toString(),
        value.equals(address.get(part)));
  }

  private Listing.Filter filter(String name, String part, List<Listing.Option> options) {
    String chosen =
        address.get(part).isEmpty()
            ? ""
            : options.stream()
                .filter(Listing.Option::chosen)
                .map(Listing.Option::label)
                .findFirst()
                .orElse(name + " …");
    return new Listing.Filter(name, chosen, options);
  }
}

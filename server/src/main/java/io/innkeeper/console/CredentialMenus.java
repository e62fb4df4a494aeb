package io.innkeeper.console;

import io.innkeeper.console.view.Listing;
import io.innkeeper.infrastructure.CredentialMarks;
import io.innkeeper.infrastructure.reading.Tally;
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

  /** The list's surroundings with these menus. */
  Listing beside(Listing listing, Tally tally) {
    List<Listing.Filter> all = new ArrayList<>(listing.filters());
    all.add(secret());
    all.add(expires());
    all.add(checked(tally));
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

  private Listing.Filter secret() {
    List<Listing.Option> options = any("password");
    for (CredentialMarks.Kept kept : CredentialMarks.Kept.values())
      options.add(option("password", SECRETS.getOrDefault(kept.word(), ""), kept.word()));
    return filter("Secret", "password", options);
  }

  private Listing.Filter expires() {
    Instant today = moments.startOfDay();
    List<Listing.Option> options = any("expires");
    options.add(option("expires", "Expired", today.toString()));
    options.add(option("expires", "Within 14 days", today.plus(Duration.ofDays(15)).toString()));
    options.add(option("expires", "Within 90 days", today.plus(Duration.ofDays(91)).toString()));
    options.add(option("expires", "Not known to expire", "never"));
    return filter("Expires", "expires", options);
  }

  private Listing.Filter checked(Tally tally) {
    List<Listing.Option> options = any("seen-before");
    String today = moments.startOfDay().toString();
    options.add(
        new Listing.Option(
            "Not today",
            tally.unchecked() == 0 ? "" : Long.toString(tally.unchecked()),
            address.with("seen-before", today).toString(),
            today.equals(address.get("seen-before"))));
    options.add(
        option(
            "seen-before",
            "Not within 7 days",
            moments.startOfDay().minus(Duration.ofDays(7)).toString()));
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
    options.add(option(part, "Any", ""));
    return options;
  }

  private Listing.Option option(String part, String label, String value) {
    return new Listing.Option(
        label, "", address.with(part, value).toString(), value.equals(address.get(part)));
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

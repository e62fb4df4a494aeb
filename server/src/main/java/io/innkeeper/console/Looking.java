package io.innkeeper.console;

import io.innkeeper.caller.Principal;
import io.innkeeper.caller.Role;
import io.innkeeper.console.view.Words;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.link.UsageLink;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.statement.Language;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Somebody who looks at an organisation's usage: what they see, in which language, which days and
 * which currency.
 *
 * @param base where its usage pages are, for the one who looks
 * @param kept what is chosen on every tab
 * @param link by what they came, if they have no account
 */
record Looking(
    Call call,
    Organisation organisation,
    String base,
    Map<String, String> kept,
    Formats formats,
    Words words,
    UsagePeriod period,
    String currency,
    Optional<UsageLink> link,
    Instant now) {
  private static final List<String> KEPT = List.of("month", "from", "to", "currency", "lang");

  /** Paths right below {@code /usage} that are no organisation. */
  private static final List<String> TAKEN = List.of("calls", "commands", "export");

  /** Where an organisation's usage pages are. */
  static String base(Organisation one) {
    String slug = one.slug().value();
    return UsagePage.PATH + "/" + (TAKEN.contains(slug) ? one.id().toString() : slug);
  }

  static Looking signedIn(Call call, Organisation one, Instant now) {
    boolean house = call.principal().role() != Role.CLIENT;
    return of(call, one, base(one), Optional.empty(), house, now);
  }

  static Looking byLink(Call call, Organisation one, UsageLink link, Instant now) {
    String base = "/shared/" + call.path("token");
    return of(call, one, base, Optional.of(link), false, now);
  }

  private static Looking of(
      Call call,
      Organisation one,
      String base,
      Optional<UsageLink> link,
      boolean house,
      Instant now) {
    Address kept = Address.of(call, base, KEPT);
    LocalDate today = one.dayOf(now);
    UsagePeriod period =
        UsagePeriod.of(call.query("month"), call.query("from"), call.query("to"), today);
    Language language = language(call, one, house);
    return new Looking(
        call,
        one,
        base,
        kept.query(),
        Formats.of(language),
        language == Language.PL ? Words.POLISH : Words.ENGLISH,
        period,
        currency(call, one),
        link,
        now);
  }

  /** As asked, or as the browser prefers; the house's own people read English. */
  private static Language language(Call call, Organisation one, boolean house) {
    Optional<String> asked = call.query("lang");
    if (asked.isPresent()) return asked.get().equals("pl") ? Language.PL : Language.EN;
    if (house) return Language.EN;
    return call.header("Accept-Language")
        .flatMap(Looking::preferred)
        .orElse(one.spec().currency().equals("PLN") ? Language.PL : Language.EN);
  }

  private static Optional<Language> preferred(String header) {
    try {
      return Locale.LanguageRange.parse(header).stream()
          .map(range -> range.getRange().split("-")[0])
          .filter(word -> word.equals("pl") || word.equals("en"))
          .findFirst()
          .map(word -> word.equals("pl") ? Language.PL : Language.EN);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String currency(Call call, Organisation one) {
    String own = one.spec().currency();
    String asked = call.query("currency").orElse(own).toUpperCase(Locale.ROOT);
    if (currencies(one).contains(asked)) return asked;
    throw Fault.invalidField(
        "currency",
        "currency-other",
        "Amounts of %s are shown in %s, not in %s."
            .formatted(one.name(), String.join(" or ", currencies(one)), asked));
  }

  /** Its own and the upstream's. */
  private static List<String> currencies(Organisation one) {
    return Stream.of(one.spec().currency(), Converted.USD).distinct().toList();
  }

  List<String> currencies() {
    return currencies(organisation);
  }

  /** A page of the same organisation with the same days, currency and language. */
  Address to(String path) {
    return new Address(base + path, kept);
  }

  Address to(UsageTab tab) {
    return to(tab.path());
  }

  /** The same tab with what is chosen on it alone. */
  Address here(UsageTab tab, String... names) {
    Address address = to(tab);
    for (String name : names) address = address.with(name, call.query(name).orElse(""));
    return address;
  }

  /** The calls of the shown days, for those who may see calls. */
  Optional<Address> calls() {
    return calls(period.from(), period.shown());
  }

  Optional<Address> calls(LocalDate from, LocalDate to) {
    if (link.isPresent()) return Optional.empty();
    Map<String, String> whose = Map.of("organisation", organisation.slug().value());
    return Optional.of(
        new Address(UsagePage.PATH, whose).with("from", from.toString()).with("to", to.toString()));
  }

  /** How an amount of some of the days came about. */
  Address how(LocalDate from, LocalDate to) {
    return to("/how").with("month", "").with("from", from.toString()).with("to", to.toString());
  }

  Address how() {
    return to("/how");
  }

  Optional<Principal> person() {
    return call.signedIn();
  }

  /** Whether they may change something of the organisation. */
  boolean operates() {
    return link.isEmpty()
        && person().filter(one -> one.role().atLeast(Role.OPERATOR)).isPresent()
        && organisation.state() != Organisation.State.CLOSED;
  }

  boolean client() {
    return link.isPresent() || person().filter(one -> one.role() != Role.CLIENT).isEmpty();
  }

  ZoneId zone() {
    return organisation.spec().timeZone();
  }
}

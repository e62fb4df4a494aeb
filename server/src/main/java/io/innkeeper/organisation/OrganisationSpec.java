package io.innkeeper.organisation;

import io.innkeeper.client.NewOrganisation;
import io.innkeeper.client.OrganisationChange;
import io.innkeeper.fault.Fault;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What can be changed of an organisation.
 *
 * @param name any Unicode, at most 200 characters
 * @param timeZone its days and months begin there
 * @param currency ISO 4217, what its statements are written in
 * @param markup factor on the upstream's cost, 1.3 for thirty per cent
 * @param monthlyBudget in USD at the upstream's cost, empty for none; at most 12 decimals
 */
public record OrganisationSpec(
    String name,
    ZoneId timeZone,
    String currency,
    Optional<String> contactEmail,
    BigDecimal markup,
    Optional<BigDecimal> monthlyBudget) {
  static final ZoneId DEFAULT_ZONE = ZoneId.of("Europe/Warsaw");
  static final String DEFAULT_CURRENCY = "PLN";
  static final BigDecimal DEFAULT_MARKUP = new BigDecimal("1.3");

  /** The store keeps money in units of 10⁻¹² USD. */
  static final int DECIMALS = 12;

  private static final int LONGEST = 200;
  private static final BigDecimal MOST_MARKUP = new BigDecimal("100");
  private static final BigDecimal MOST_BUDGET = new BigDecimal("1000000");

  /** Only a name; everything else as usual. */
  public static OrganisationSpec named(String name) {
    return of(new NewOrganisation(name, null, null, null, null, null, null));
  }

  /**
   * A new organisation's values.
   *
   * @throws Fault INVALID listing every field that must be mended
   */
  public static OrganisationSpec of(NewOrganisation given) {
    OrganisationSpec usual =
        new OrganisationSpec(
            "", DEFAULT_ZONE, DEFAULT_CURRENCY, Optional.empty(), DEFAULT_MARKUP, Optional.empty());
    return usual.changed(
        new OrganisationChange(
            given.name() == null ? "" : given.name(),
            given.timeZone(),
            given.currency(),
            given.contactEmail(),
            given.markup(),
            given.monthlyBudget(),
            null));
  }

  /**
   * These values with a change applied; an empty text removes what may be absent.
   *
   * @throws Fault INVALID listing every field that must be mended
   */
  public OrganisationSpec changed(OrganisationChange change) {
    List<Fault.Field> problems = new ArrayList<>();
    OrganisationSpec spec =
        new OrganisationSpec(
            change.name() == null ? name : name(change.name(), problems),
            change.timeZone() == null ? timeZone : zone(change.timeZone(), problems),
            change.currency() == null ? currency : currency(change.currency(), problems),
            change.contactEmail() == null ? contactEmail : email(change.contactEmail(), problems),
            markup(change.markup(), problems),
            budget(change, problems));
    if (problems.isEmpty()) return spec;
    throw Fault.invalid("organisation-input", problems.getFirst().said()).about(problems);
  }

  OrganisationSpec renamed(String other) {
    return new OrganisationSpec(other, timeZone, currency, contactEmail, markup, monthlyBudget);
  }

  /** The values as audit lines and conflicts show them. */
  Map<String, Object> facts() {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("name", name);
    facts.put("timeZone", timeZone.getId());
    facts.put("currency", currency);
    facts.put("contactEmail", contactEmail.orElse(""));
    facts.put("markup", markup.toPlainString());
    facts.put("monthlyBudget", monthlyBudget.map(BigDecimal::toPlainString).orElse(""));
    return facts;
  }

  private static String name(String text, List<Fault.Field> problems) {
    String name = text.strip();
    if (name.isEmpty()) problems.add(new Fault.Field("name", "An organisation needs a name."));
    if (name.length() > LONGEST)
      problems.add(new Fault.Field("name", "The name has more than 200 characters."));
    if (name.chars().anyMatch(Character::isISOControl)) {
      problems.add(new Fault.Field("name", "The name holds control characters."));
    }
    return name;
  }

  private static ZoneId zone(String text, List<Fault.Field> problems) {
    try {
      return ZoneId.of(text.strip());
    } catch (DateTimeException e) {
      problems.add(
          new Fault.Field("timeZone", "“" + text + "” is not a time zone such as Europe/Warsaw."));
      return DEFAULT_ZONE;
    }
  }

  private static String currency(String text, List<Fault.Field> problems) {
    try {
      return Currency.getInstance(text.strip().toUpperCase(java.util.Locale.ROOT))
          .getCurrencyCode();
    } catch (IllegalArgumentException e) {
      problems.add(
          new Fault.Field("currency", "“" + text + "” is not a currency such as PLN or EUR."));
      return DEFAULT_CURRENCY;
    }
  }

  private static Optional<String> email(String text, List<Fault.Field> problems) {
    if (text.isBlank()) return Optional.empty();
    if (!text.strip().matches("[^\\s@]{1,64}@[^\\s@]{1,250}")) {
      problems.add(new Fault.Field("contactEmail", "“" + text + "” is not an e-mail address."));
    }
    return Optional.of(text.strip());
  }

  private BigDecimal markup(@Nullable BigDecimal given, List<Fault.Field> problems) {
    if (given == null) return markup;
    if (given.signum() <= 0 || given.compareTo(MOST_MARKUP) > 0 || given.scale() > 6) {
      problems.add(
          new Fault.Field(
              "markup", "The markup is a factor above 0 and up to 100, with at most 6 decimals."));
    }
    return given;
  }

  private Optional<BigDecimal> budget(OrganisationChange change, List<Fault.Field> problems) {
    if (Boolean.TRUE.equals(change.noBudget())) return Optional.empty();
    BigDecimal given = change.monthlyBudget();
    if (given == null) return monthlyBudget;
    if (given.signum() < 0 || given.compareTo(MOST_BUDGET) > 0 || given.scale() > DECIMALS) {
      problems.add(
          new Fault.Field(
              "monthlyBudget", "The budget is USD from 0 to 1,000,000, with at most 12 decimals."));
    }
    return Optional.of(given);
  }
}

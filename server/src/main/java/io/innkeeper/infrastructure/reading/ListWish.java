package io.innkeeper.infrastructure.reading;

import io.innkeeper.fault.Fault;
import io.innkeeper.infrastructure.CredentialFilter;
import io.innkeeper.infrastructure.CredentialMarks;
import io.innkeeper.infrastructure.Credentials.Order;
import io.innkeeper.infrastructure.SourceKind;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/** Which credentials of an environment a list shows, and in which order, as an address says it. */
public record ListWish(CredentialFilter filter, Order order, boolean down) {
  /** What may stand behind the question mark, with what it means. */
  public static final Map<String, String> QUERIES = queries();

  private static final Map<String, Order> ORDERS =
      Map.of(
          "host", Order.HOST,
          "username", Order.USERNAME,
          "credential-type", Order.CREDENTIAL_TYPE,
          "account-type", Order.ACCOUNT_TYPE,
          "resource-type", Order.RESOURCE_TYPE,
          "domain", Order.DOMAIN,
          "source", Order.SOURCE,
          "seen", Order.LAST_SEEN,
          "expires", Order.EXPIRES,
          "rotates", Order.ROTATES);

  private static Map<String, String> queries() {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("q", "Host, address, user, type or domain contain this.");
    all.put("host", "The host's name contains this.");
    all.put("username", "The user's name contains this.");
    all.put("credential-type", "Exactly this credential type, such as SSH.");
    all.put("account-type", "Exactly this account type, such as SERVICE.");
    all.put("resource-type", "Exactly this resource type, such as ESXI.");
    all.put("domain", "In exactly this domain.");
    all.put("source", "From manager or installer.");
    all.put("missing", "true: only what its source tells no more; false: only the others.");
    all.put("password", "kept, never (none was ever told), or unreadable now.");
    all.put("expires", "An instant or a day: before then; never: not known to expire.");
    all.put("seen-before", "An instant or a day: not seen since then.");
    all.put(
        "sort",
        "host, username, credential-type, account-type, resource-type, domain, source, seen,"
            + " expires or rotates; with - before it, the other way round.");
    return all;
  }

  /** All names that {@link #of} asks for. */
  public static List<String> names() {
    return List.copyOf(QUERIES.keySet());
  }

  /**
   * Reads a wish.
   *
   * @param query the value of a name, if there is one
   * @throws Fault INVALID naming what can't be
   */
  public static ListWish of(UUID environment, Function<String, Optional<String>> query) {
    CredentialFilter filter =
        new CredentialFilter(
            Optional.of(environment),
            query.apply("q"),
            query.apply("host"),
            query.apply("username"),
            query.apply("credential-type"),
            query.apply("account-type"),
            query.apply("resource-type"),
            query.apply("domain"),
            query.apply("source").map(SourceKind::parse),
            query.apply("missing").map(ListWish::truth),
            marks(query));
    String sort = query.apply("sort").orElse("host");
    boolean down = sort.startsWith("-");
    Order order = ORDERS.get(down ? sort.substring(1) : sort);
    if (order == null)
      throw Fault.invalidField("sort", "sort", "“" + sort + "” is nothing to sort by.");
    return new ListWish(filter, order, down);
  }

  private static CredentialMarks marks(Function<String, Optional<String>> query) {
    return new CredentialMarks(
        query.apply("password").map(ListWish::kept),
        query
            .apply("expires")
            .map(
                word ->
                    new CredentialMarks.End(
                        word.equals("never")
                            ? Optional.empty()
                            : Optional.of(at("expires", word)))),
        query.apply("seen-before").map(word -> at("seen-before", word)));
  }

  private static CredentialMarks.Kept kept(String word) {
    for (CredentialMarks.Kept kept : CredentialMarks.Kept.values())
      if (kept.word().equals(word)) return kept;
    throw Fault.invalidField("password", "password-kept", "Say kept, never or unreadable.");
  }

  private static Instant at(String name, String word) {
    try {
      return word.length() == 10
          ? LocalDate.parse(word).atStartOfDay(ZoneOffset.UTC).toInstant()
          : Instant.parse(word);
    } catch (DateTimeException e) {
      throw Fault.invalidField(
          name, "instant", "Write a day such as 2026-12-24, or an instant with its Z.");
    }
  }

  private static boolean truth(String word) {
    if (word.equals("true") || word.equals("false")) return word.equals("true");
    throw Fault.invalidField("missing", "truth", "Say true or false.");
  }
}

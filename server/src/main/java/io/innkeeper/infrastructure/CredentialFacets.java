package io.innkeeper.infrastructure;

import io.innkeeper.infrastructure.CredentialMarks.Kept;
import io.innkeeper.store.Database;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * How many accounts each value of each menu would show, with what is chosen from the other menus:
 * the accounts are counted once, by all that menus ask for, and each menu adds up what it may.
 */
public final class CredentialFacets {
  private final List<Group> groups;
  private final List<Instant> ends;
  private final List<Instant> sights;
  private final Map<Facet, Predicate<Group>> chosen;

  /** What is chosen from a menu. */
  private enum Facet {
    RESOURCE_TYPE,
    ACCOUNT_TYPE,
    CREDENTIAL_TYPE,
    DOMAIN,
    SOURCE,
    MISSING,
    PASSWORD,
    ENDS,
    SEEN
  }

  /**
   * Accounts that are alike for every menu.
   *
   * @param ends before which of the moments it ends first; -1 for not known to end
   * @param seen before which of the moments it was last seen first
   */
  private record Group(
      String resourceType,
      String accountType,
      String credentialType,
      List<String> domains,
      String source,
      boolean missing,
      boolean known,
      boolean unreadable,
      int ends,
      int seen,
      long many) {}

  private CredentialFacets(
      List<Group> groups, List<Instant> ends, List<Instant> sights, CredentialFilter filter) {
    this.groups = groups;
    this.ends = ends;
    this.sights = sights;
    this.chosen = chosen(filter);
  }

  /**
   * Counts.
   *
   * @param ends moments that {@link #endingBefore} will be asked for
   * @param sights moments that {@link #notSeenSince} will be asked for
   */
  public static CredentialFacets of(
      Database database, CredentialFilter filter, List<Instant> ends, List<Instant> sights) {
    TreeSet<Instant> allEnds = new TreeSet<>(ends);
    filter.marks().end().flatMap(CredentialMarks.End::before).ifPresent(allEnds::add);
    TreeSet<Instant> allSights = new TreeSet<>(sights);
    filter.marks().seenBefore().ifPresent(allSights::add);
    CredentialTerms terms = CredentialTerms.typed(filter);
    String sql =
        "select resource_type, account_type, credential_type, domains, source,"
            + " case when missing_since is null then 0 else 1 end as missing,"
            + " case when current_value_id is null then 0 else 1 end as known,"
            + " case when unreadable_since is null then 0 else 1 end as unreadable, "
            + steps("expires_at", allEnds)
            + " as ends, "
            + steps("last_seen_at", allSights)
            + " as seen, count(*) as many from credentials"
            + terms.where()
            + " group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10";
    List<Group> groups =
        database.read(
            handle ->
                handle
                    .createQuery(sql)
                    .bindMap(terms.values())
                    .map((row, context) -> group(row))
                    .list());
    return new CredentialFacets(groups, List.copyOf(allEnds), List.copyOf(allSights), filter);
  }

  /** Before which of the moments a column is first; numbers of ours, so nothing is bound. */
  private static String steps(String column, TreeSet<Instant> moments) {
    StringBuilder steps = new StringBuilder("case when " + column + " is null then -1");
    int at = 0;
    for (Instant moment : moments)
      steps
          .append(" when ")
          .append(column)
          .append(" < ")
          .append(moment.toEpochMilli())
          .append(" then ")
          .append(at++);
    return steps.append(" else ").append(at).append(" end").toString();
  }

  private static Group group(ResultSet row) throws SQLException {
    return new Group(
        row.getString("resource_type"),
        row.getString("account_type"),
        row.getString("credential_type"),
        CredentialRows.domains(row.getString("domains")),
        row.getString("source"),
        row.getInt("missing") == 1,
        row.getInt("known") == 1,
        row.getInt("unreadable") == 1,
        row.getInt("ends"),
        row.getInt("seen"),
        row.getLong("many"));
  }

  private Map<Facet, Predicate<Group>> chosen(CredentialFilter filter) {
    Map<Facet, Predicate<Group>> all = new EnumMap<>(Facet.class);
    filter
        .resourceType()
        .ifPresent(word -> all.put(Facet.RESOURCE_TYPE, one -> one.resourceType().equals(word)));
    filter
        .accountType()
        .ifPresent(word -> all.put(Facet.ACCOUNT_TYPE, one -> one.accountType().equals(word)));
    filter
        .credentialType()
        .ifPresent(
            word -> all.put(Facet.CREDENTIAL_TYPE, one -> one.credentialType().equals(word)));
    filter
        .domain()
        .ifPresent(
            word ->
                all.put(
                    Facet.DOMAIN, one -> one.domains().stream().anyMatch(word::equalsIgnoreCase)));
    filter
        .source()
        .ifPresent(kind -> all.put(Facet.SOURCE, one -> one.source().equals(kind.word())));
    filter.missing().ifPresent(is -> all.put(Facet.MISSING, one -> one.missing() == is));
    filter.marks().password().ifPresent(kept -> all.put(Facet.PASSWORD, one -> is(one, kept)));
    filter.marks().end().ifPresent(end -> all.put(Facet.ENDS, one -> ends(one, end)));
    filter.marks().seenBefore().ifPresent(at -> all.put(Facet.SEEN, one -> seen(one, at)));
    return all;
  }

  private static boolean is(Group one, Kept kept) {
    return switch (kept) {
      case KEPT -> one.known() && !one.unreadable();
      case NEVER -> !one.known();
      case UNREADABLE -> one.unreadable();
    };
  }

  private boolean ends(Group one, CredentialMarks.End end) {
    if (end.before().isEmpty()) return one.ends() < 0;
    return one.ends() >= 0 && one.ends() <= ends.indexOf(end.before().get());
  }

  private boolean seen(Group one, Instant before) {
    return one.seen() <= sights.indexOf(before);
  }

  /** How many the list shows. */
  public long found() {
    return under(null, one -> true);
  }

  public Map<String, Long> resourceTypes() {
    return values(Facet.RESOURCE_TYPE, one -> List.of(one.resourceType()));
  }

  public Map<String, Long> accountTypes() {
    return values(Facet.ACCOUNT_TYPE, one -> List.of(one.accountType()));
  }

  public Map<String, Long> credentialTypes() {
    return values(Facet.CREDENTIAL_TYPE, one -> List.of(one.credentialType()));
  }

  public Map<String, Long> domains() {
    return values(Facet.DOMAIN, Group::domains);
  }

  public Map<String, Long> sources() {
    return values(Facet.SOURCE, one -> List.of(one.source()));
  }

  /** Those that their source tells no more, or the others. */
  public long missing(boolean are) {
    return under(Facet.MISSING, one -> one.missing() == are);
  }

  public long kept(Kept kept) {
    return under(Facet.PASSWORD, one -> is(one, kept));
  }

  /** Those that end before one of the moments that were named. */
  public long endingBefore(Instant moment) {
    return under(Facet.ENDS, one -> one.ends() >= 0 && one.ends() <= ends.indexOf(moment));
  }

  /** Those that are not known to end. */
  public long endless() {
    return under(Facet.ENDS, one -> one.ends() < 0);
  }

  /** Those last seen before one of the moments that were named. */
  public long notSeenSince(Instant moment) {
    return under(Facet.SEEN, one -> seen(one, moment));
  }

  private boolean matches(Group one, @Nullable Facet but) {
    return chosen.entrySet().stream()
        .allMatch(other -> other.getKey() == but || other.getValue().test(one));
  }

  private long under(@Nullable Facet but, Predicate<Group> wanted) {
    return groups.stream()
        .filter(one -> matches(one, but) && wanted.test(one))
        .mapToLong(Group::many)
        .sum();
  }

  private Map<String, Long> values(Facet facet, Function<Group, List<String>> values) {
    Map<String, Long> all = new TreeMap<>();
    for (Group one : groups)
      if (matches(one, facet))
        for (String value : values.apply(one)) all.merge(value, one.many(), Long::sum);
    return all;
  }
}

package io.innkeeper.statement;

import io.innkeeper.statement.StatementLine.Usage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;

/**
 * Whose lines those are that hold a name and no id, as documents did before ids were kept: the
 * books' line of that name, or one of the very same calls.
 */
final class FormerPeople {
  /** The surest first. */
  private static final List<BiPredicate<Usage, Usage>> WAYS =
      List.of(
          FormerPeople::tellsId,
          (then, now) -> sameName(then, now) && sameCalls(then, now),
          FormerPeople::sameName,
          FormerPeople::sameCalls);

  private FormerPeople() {}

  /**
   * The lines of then, those of people with their ids where the lines of now tell whose they are.
   */
  static List<StatementLine> named(List<StatementLine> then, List<StatementLine> now) {
    List<StatementLine> named = new ArrayList<>(then);
    List<Usage> free = new ArrayList<>();
    for (StatementLine line : now)
      if (line instanceof Usage usage && usage.person().isPresent()) free.add(usage);
    for (StatementLine line : then)
      if (line instanceof Usage usage) free.removeIf(one -> one.person().equals(usage.person()));
    for (BiPredicate<Usage, Usage> way : WAYS)
      named.replaceAll(line -> nameless(line) ? found((Usage) line, free, way) : line);
    return named;
  }

  private static boolean nameless(StatementLine line) {
    return line instanceof Usage usage
        && usage.kind() == Usage.Kind.PERSON
        && usage.person().isEmpty();
  }

  private static Usage found(Usage then, List<Usage> free, BiPredicate<Usage, Usage> way) {
    Optional<Usage> found = free.stream().filter(now -> way.test(then, now)).findFirst();
    if (found.isEmpty()) return then;
    free.remove(found.get());
    return new Usage(
        found.get().person(),
        then.subject(),
        then.kind(),
        then.calls(),
        then.tokens(),
        then.billed(),
        then.net());
  }

  /** Two of one name were told apart by their ids; whoever had no name was called by theirs. */
  private static boolean tellsId(Usage then, Usage now) {
    String id = now.person().orElse("");
    return !id.isEmpty() && (then.subject().equals(id) || then.subject().endsWith(added(id)));
  }

  private static boolean sameName(Usage then, Usage now) {
    return then.subject().equals(now.subject())
        || now.subject().equals(then.subject() + added(now.person().orElse("")));
  }

  private static boolean sameCalls(Usage then, Usage now) {
    return then.calls() == now.calls()
        && then.tokens() == now.tokens()
        && then.billed().equals(now.billed());
  }

  private static String added(String id) {
    return " (" + id + ")";
  }
}

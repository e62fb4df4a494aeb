package io.innkeeper.organisation;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Which models an organisation may use: what is denied never, of the rest what is allowed, which is
 * all where nothing is named.
 *
 * @param changed when and by whom; empty while nothing was ever set
 * @param version 0 while nothing was ever set
 */
public record ModelRules(
    ModelPatterns allow, ModelPatterns deny, Optional<Change> changed, long version) {
  public static final ModelRules NONE =
      new ModelRules(ModelPatterns.NONE, ModelPatterns.NONE, Optional.empty(), 0);

  /** When and by whom something was last set. */
  public record Change(Instant at, String by) {}

  /** Asked for each call, so made once. */
  public Predicate<String> test() {
    return deny.test().negate().and(allow.testOrAll());
  }

  Map<String, Object> facts() {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("allow", allow.texts());
    facts.put("deny", deny.texts());
    return facts;
  }
}

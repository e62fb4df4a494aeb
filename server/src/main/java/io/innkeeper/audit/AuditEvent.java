package io.innkeeper.audit;

import io.innkeeper.caller.Actor;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * One thing that happened: {@code verb} in noun.verb form ({@code tenant.stop}), what it was done
 * to, and the changed values before and after. A {@link io.innkeeper.secret.Secret} among the
 * values is written as [redacted].
 *
 * @param subject kind and readable name of what it was done to, for example {@code tenant brzoza}
 * @param result {@code done}, {@code refused} or {@code failed}, with the reason in {@code note}
 */
public record AuditEvent(
    Actor actor,
    String verb,
    String subject,
    Map<String, Object> before,
    Map<String, Object> after,
    String result,
    String note) {

  public AuditEvent {
    before = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(before));
    after = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(after));
  }

  /** Something done, without values worth comparing. */
  public static AuditEvent done(Actor actor, String verb, String subject) {
    return new AuditEvent(actor, verb, subject, Map.of(), Map.of(), "done", "");
  }

  /** Something that was not allowed. */
  public static AuditEvent refused(Actor actor, String verb, String subject, String why) {
    return new AuditEvent(actor, verb, subject, Map.of(), Map.of(), "refused", why);
  }

  /** The same, tried and not done. */
  public AuditEvent failing(String why) {
    return new AuditEvent(actor, verb, subject, before, after, "failed", why);
  }

  /** The same with values before and after; equal values are left out when written. */
  public AuditEvent changing(Map<String, Object> from, Map<String, Object> to) {
    return new AuditEvent(actor, verb, subject, from, to, result, note);
  }

  public AuditEvent noting(String words) {
    return new AuditEvent(actor, verb, subject, before, after, result, words);
  }
}

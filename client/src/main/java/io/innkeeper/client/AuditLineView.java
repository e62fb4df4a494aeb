package io.innkeeper.client;

import java.time.Instant;
import java.util.Map;

/**
 * One line of the audit.
 *
 * @param seq counts from 1 without gaps
 * @param who the actor's name
 * @param kind {@code operator}, {@code token} or {@code system}
 * @param verb for example {@code tenant.stop}
 * @param subject what it was done to
 * @param before changed values before; secrets are [redacted]
 * @param after the same values after
 * @param result {@code done}, {@code refused} or {@code failed}
 * @param note the reason, or more about it
 * @param hash over this line and all before it
 */
public record AuditLineView(
    long seq,
    Instant at,
    String who,
    String kind,
    String address,
    String requestId,
    String verb,
    String subject,
    Map<String, Object> before,
    Map<String, Object> after,
    String result,
    String note,
    String hash) {}

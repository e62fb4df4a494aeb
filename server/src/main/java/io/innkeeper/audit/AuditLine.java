package io.innkeeper.audit;

import io.innkeeper.caller.Actor;
import java.time.Instant;

/**
 * One line of the audit as it stands in the store.
 *
 * @param seq counts from 1 without gaps
 * @param before changed values before, as a JSON object; secrets are [redacted]
 * @param after the same values after
 * @param result {@code done}, {@code refused} or {@code failed}
 * @param previousHash the hash of the line before, empty for the first
 */
public record AuditLine(
    long seq,
    Instant at,
    Actor actor,
    String verb,
    String subject,
    String before,
    String after,
    String result,
    String note,
    String previousHash,
    String hash) {}

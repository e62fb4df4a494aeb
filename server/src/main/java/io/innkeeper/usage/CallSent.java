package io.innkeeper.usage;

import io.innkeeper.money.Usd;
import java.time.Instant;
import java.util.UUID;

/**
 * A call was about to go to the upstream. If nothing follows, its outcome is unknown.
 *
 * @param reserved the worst case held against the budgets
 * @param idempotency digest of the caller's idempotency key and body; empty for none
 */
public record CallSent(
    UUID call, Instant at, Payer payer, CallRequest request, Usd reserved, String idempotency)
    implements CallEvent {}

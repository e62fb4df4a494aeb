/**
 * What was consumed and what it cost: the records of model calls, the ledger they end in, the
 * roll-ups derived from it, prices, and the reconciliation with the upstream.
 */
@NullMarked
package io.innkeeper.usage;

import org.jspecify.annotations.NullMarked;

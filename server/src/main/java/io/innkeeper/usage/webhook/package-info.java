/**
 * Reports of usage by other programs: each signed with a secret of its organisation, taken within
 * five minutes, and written into the ledger before it is answered, once.
 */
@NullMarked
package io.innkeeper.usage.webhook;

import org.jspecify.annotations.NullMarked;

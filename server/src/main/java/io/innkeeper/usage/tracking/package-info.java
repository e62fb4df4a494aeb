/**
 * The API that clients of the reference know, {@code /api/v1/usage-tracking}: the same paths and
 * field names, told from the ledger. What was wrong there is an error here, and nobody sees another
 * organisation's figures. {@code docs/usage-api.md} tells what changed.
 */
@NullMarked
package io.innkeeper.usage.tracking;

import org.jspecify.annotations.NullMarked;

/**
 * What time does to the infrastructure's passwords: when they end, looked up on a schedule and
 * forecast; and whether our copy still says what the sources say. Both only read: no password is
 * changed from here, there or in our copy.
 */
@NullMarked
package io.innkeeper.infrastructure.expiry;

import org.jspecify.annotations.NullMarked;

/**
 * Passwords of the infrastructure underneath: environments of VMware Cloud Foundation, where their
 * passwords are read, and what was read, sealed and with its history. Nothing that was known is
 * lost because a source was silent, half read or removed.
 */
@NullMarked
package io.innkeeper.infrastructure;

import org.jspecify.annotations.NullMarked;

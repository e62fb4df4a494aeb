/**
 * The {@code .env} that names an installation's organisation: made, checked, rotated and shown. It
 * speaks to OpenRouter only, and to a running server only when asked to; it never opens a store.
 */
@NullMarked
package io.innkeeper.cli.env;

import org.jspecify.annotations.NullMarked;

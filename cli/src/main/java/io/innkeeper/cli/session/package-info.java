/** Signing in and out, and who one is. */
@NullMarked
package io.innkeeper.cli.session;

import org.jspecify.annotations.NullMarked;

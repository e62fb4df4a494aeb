/** Commands over the typed client: parse, call, print. No domain code. */
@NullMarked
package io.innkeeper.cli;

import org.jspecify.annotations.NullMarked;

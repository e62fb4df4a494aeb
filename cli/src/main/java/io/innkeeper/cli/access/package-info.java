/** Operators and their API tokens. */
@NullMarked
package io.innkeeper.cli.access;

import org.jspecify.annotations.NullMarked;

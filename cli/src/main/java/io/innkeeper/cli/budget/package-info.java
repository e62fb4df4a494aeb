/** Budgets: how much may be spent in a month, and how that stands. */
@NullMarked
package io.innkeeper.cli.budget;

import org.jspecify.annotations.NullMarked;

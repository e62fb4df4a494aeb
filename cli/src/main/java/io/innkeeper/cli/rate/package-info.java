/** Prices: what a dollar costs in other currencies, and what models cost in dollars. */
@NullMarked
package io.innkeeper.cli.rate;

import org.jspecify.annotations.NullMarked;

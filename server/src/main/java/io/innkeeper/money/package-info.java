/** Exact amounts of money. No floating point comes near one. */
@NullMarked
package io.innkeeper.money;

import org.jspecify.annotations.NullMarked;

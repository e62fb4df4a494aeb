/** The upstream's own interface beside its models: generations, prices, activity, credits, keys. */
@NullMarked
package io.innkeeper.openrouter;

import org.jspecify.annotations.NullMarked;

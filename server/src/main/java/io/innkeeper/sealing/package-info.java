/**
 * The master key over its life: a fresh one, everything in every room sealed anew with it, and the
 * end of those that nothing needs any more.
 */
@NullMarked
package io.innkeeper.sealing;

import org.jspecify.annotations.NullMarked;

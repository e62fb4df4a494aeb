/**
 * Values that can't print, and the box that seals them: envelope encryption with Tink, bound to the
 * row they belong to, the key outside the store.
 */
@NullMarked
package io.innkeeper.secret;

import org.jspecify.annotations.NullMarked;

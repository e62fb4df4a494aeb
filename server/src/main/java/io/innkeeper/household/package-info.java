/**
 * The server itself, as its admins look after it: which one it is, what it takes up on this
 * machine, what it logged, and starting it again.
 */
@NullMarked
package io.innkeeper.household;

import org.jspecify.annotations.NullMarked;

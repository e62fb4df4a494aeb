/**
 * Virtual keys: what is presented to the gateway. Only their digest is kept; they are made, rotated
 * with an overlap and revoked without a restart.
 */
@NullMarked
package io.innkeeper.key;

import org.jspecify.annotations.NullMarked;

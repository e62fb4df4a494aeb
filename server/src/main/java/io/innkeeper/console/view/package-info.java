/**
 * What screens show: immutable records of words and figures, ready to be read. No domain type comes
 * in here, so every screen can be looked at before and without the parts that fill it.
 */
@NullMarked
package io.innkeeper.console.view;

import org.jspecify.annotations.NullMarked;

/**
 * Passwords read by people: who may, the line that is written before one is shown, files for
 * spreadsheets, the sealed copy for the day on which nothing else is left, and sealing all anew
 * with a fresh key.
 */
@NullMarked
package io.innkeeper.infrastructure.reading;

import org.jspecify.annotations.NullMarked;

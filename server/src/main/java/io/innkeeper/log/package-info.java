/**
 * How log lines look: one event is one line, and nothing that came from outside can start another.
 * The last of them are kept in files of the home and can be read there.
 */
@NullMarked
package io.innkeeper.log;

import org.jspecify.annotations.NullMarked;

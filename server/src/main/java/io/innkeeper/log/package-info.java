/**
 * How log lines look: one event is one line, and nothing that came from outside can start another.
 */
@NullMarked
package io.innkeeper.log;

import org.jspecify.annotations.NullMarked;

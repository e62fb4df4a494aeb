/**
 * Failures in two voices: what was tried and what to do for the person, the cause for the log. Each
 * has a kind that decides the HTTP status and the exit code, and a stable code that programs may
 * rely on.
 */
@NullMarked
package io.innkeeper.fault;

import org.jspecify.annotations.NullMarked;

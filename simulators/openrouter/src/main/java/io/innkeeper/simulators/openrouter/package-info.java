/**
 * A stand-in for OpenRouter for tests, benchmarks and the demo: answers as the real one is known
 * to, misbehaves when asked to, and keeps an exact record of what it charged.
 */
@NullMarked
package io.innkeeper.simulators.openrouter;

import org.jspecify.annotations.NullMarked;

/**
 * The figures that a watcher reads: one page of series in Prometheus' form. No series names a
 * person, a model, a key or a text, and the number of series has a bound.
 */
@NullMarked
package io.innkeeper.metrics;

import org.jspecify.annotations.NullMarked;

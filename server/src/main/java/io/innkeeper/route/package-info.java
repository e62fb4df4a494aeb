/**
 * Where model calls go: OpenRouter, or another upstream for models that begin in a certain way. An
 * upstream's key is sealed and never shown.
 */
@NullMarked
package io.innkeeper.route;

import org.jspecify.annotations.NullMarked;

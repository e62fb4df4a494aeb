/**
 * The records of the REST API, the same on both sides of the wire, and the typed client that speaks
 * it.
 */
@NullMarked
package io.innkeeper.client;

import org.jspecify.annotations.NullMarked;

/**
 * An append-only file of records with checksums, appended to by any thread, with one thread that
 * makes many records durable with one flush. It knows nothing of what the records mean.
 */
@NullMarked
package io.innkeeper.journal;

import org.jspecify.annotations.NullMarked;

/**
 * The path of a model call, on event loops and without a database: who calls, may they, forward
 * untouched, watch the answer, settle its cost in the journal, release the last bytes.
 */
@NullMarked
package io.innkeeper.gateway;

import org.jspecify.annotations.NullMarked;

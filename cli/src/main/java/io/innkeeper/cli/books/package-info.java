/** What was used and what it cost: sums, single calls, the ledger. */
@NullMarked
package io.innkeeper.cli.books;

import org.jspecify.annotations.NullMarked;

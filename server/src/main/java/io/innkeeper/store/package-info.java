/**
 * The database: connections, transactions, migrations, the schema guard, and the order of start-up
 * before any port opens. SQLite and PostgreSQL have equal standing; SQL stays beside the method
 * that runs it.
 */
@NullMarked
package io.innkeeper.store;

import org.jspecify.annotations.NullMarked;

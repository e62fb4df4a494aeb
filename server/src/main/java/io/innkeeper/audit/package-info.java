/**
 * Who did what to what, when, from where and with which result: a hash chain that shows any later
 * edit. A mutation writes its line in its own transaction, so what can't be audited doesn't happen.
 *
 * <p>Each line carries the SHA-256 of all its fields and of the line before it. That alone would
 * let somebody with the database cut off the newest lines, or rewrite all of them with fresh
 * hashes, so the end of the chain (how many lines, the last hash) is kept in one head row, sealed
 * with the master key, which is not in the database. What a head can't notice is a whole older copy
 * of the database put back: for that, a {@link io.innkeeper.audit.Verification.Whole} is a receipt
 * to write down elsewhere, and a later verification is asked whether its chain still contains it.
 *
 * <p>Writers queue on the head row, on PostgreSQL too; record last in a transaction. A writer that
 * finds the head not matching the lines goes on, but writes {@code audit.broken} first, which no
 * verification passes over: tampering neither stops the house nor is papered over by later lines.
 */
@NullMarked
package io.innkeeper.audit;

import org.jspecify.annotations.NullMarked;

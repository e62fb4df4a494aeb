/**
 * The ledger beside what others counted: the upstream, day by day and key by key, and the
 * workspaces' own databases. It only looks; whoever finds a difference decides what to do.
 */
@NullMarked
package io.innkeeper.crosscheck;

import org.jspecify.annotations.NullMarked;

/**
 * What every command works with: the options all share, who is signed in where, the connection, and
 * the ways to answer.
 */
@NullMarked
package io.innkeeper.cli.desk;

import org.jspecify.annotations.NullMarked;

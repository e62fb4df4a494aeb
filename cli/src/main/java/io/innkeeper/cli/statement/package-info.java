/** What organisations owe: statements, seats, and how they are billed. */
@NullMarked
package io.innkeeper.cli.statement;

import org.jspecify.annotations.NullMarked;

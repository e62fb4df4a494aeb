/** Organisations: who pays. */
@NullMarked
package io.innkeeper.cli.organisation;

import org.jspecify.annotations.NullMarked;

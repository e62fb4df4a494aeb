/**
 * What an organisation owes for a month: its usage with the markup, its seats, its adjustments, in
 * its currency. A draft is made anew whenever it is looked at; an issued statement never changes,
 * and a mistake in it is put right by a new document that refers to it.
 */
@NullMarked
package io.innkeeper.statement;

import org.jspecify.annotations.NullMarked;

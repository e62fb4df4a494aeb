/**
 * Statements as files: the paper itself as PDF, its lines as CSV and as a workbook. What a file
 * says depends on the statement alone; neither the clock, nor the machine's language, nor its time
 * zone reaches one, so the same statement gives the same bytes again.
 */
@NullMarked
package io.innkeeper.statement.paper;

import org.jspecify.annotations.NullMarked;

/**
 * What is due: small repeated tasks, run by the one process that holds the lease. A run that was
 * missed is caught up once; how each went is stored.
 */
@NullMarked
package io.innkeeper.schedule;

import org.jspecify.annotations.NullMarked;

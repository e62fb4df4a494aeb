/**
 * Budgets that hold: the worst case of each call is reserved in memory before it is made and
 * settled to its true cost. Months begin in the organisation's time zone.
 */
@NullMarked
package io.innkeeper.budget;

import org.jspecify.annotations.NullMarked;

/**
 * Stands in for NBP's and the ECB's public rates: tables with the numbers they have or should have,
 * refusals to the letter, and misbehaviour on request. The values are invented.
 */
@NullMarked
package io.innkeeper.simulators.banks;

import org.jspecify.annotations.NullMarked;

/**
 * What a US dollar cost: rates as central banks published them, kept for ever with the table they
 * stand in, and the rule which of them applies to a day. A bank's table is the truth; calendars
 * only say when one should be there. No rate is ever made up.
 */
@NullMarked
package io.innkeeper.rate;

import org.jspecify.annotations.NullMarked;

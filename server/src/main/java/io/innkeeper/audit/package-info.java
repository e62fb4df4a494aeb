/**
 * Who did what to what, when, from where and with which result: a hash chain that shows any later
 * edit. A mutation writes its line in its own transaction, so what can't be audited doesn't happen.
 */
@NullMarked
package io.innkeeper.audit;

import org.jspecify.annotations.NullMarked;

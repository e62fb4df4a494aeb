/**
 * The app's variables in layers: what the house gives to all tenants, what an organisation gives to
 * its own, and what a tenant has itself; the inner layer's word counts. A change of an outer layer
 * goes through its tenants one after the other and stops at the first that fails. What the running
 * app really uses is read from it and compared.
 */
@NullMarked
package io.innkeeper.variable;

import org.jspecify.annotations.NullMarked;

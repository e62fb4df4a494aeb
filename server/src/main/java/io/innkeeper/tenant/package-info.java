/**
 * One Open WebUI deployment of an organisation: its desired state, the only renderer of its
 * container, the verbs that change it and the reconciler that keeps what is equal to what is
 * wanted.
 */
@NullMarked
package io.innkeeper.tenant;

import org.jspecify.annotations.NullMarked;

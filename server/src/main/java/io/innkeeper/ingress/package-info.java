/**
 * The front door: by which names people reach tenants, the nginx that serves them, and the
 * certificates it shows. What nginx is told is rendered from stored rows, checked whole before it
 * counts, and put in place in one move.
 */
@NullMarked
package io.innkeeper.ingress;

import org.jspecify.annotations.NullMarked;

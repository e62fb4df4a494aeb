/**
 * From sites to what nginx reads, and nginx itself: rendering is pure, the tree on disk is changed
 * in one move, and a process or a container runs it.
 */
@NullMarked
package io.innkeeper.ingress.nginx;

import org.jspecify.annotations.NullMarked;

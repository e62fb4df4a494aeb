/**
 * Reading sources and keeping what they told: who is who, what is new, what changed, what is told
 * no more. Nothing known is lost to a silent, partial or empty answer.
 */
@NullMarked
package io.innkeeper.infrastructure.sync;

import org.jspecify.annotations.NullMarked;

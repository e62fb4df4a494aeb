/** Environments, their syncs and what ends when, put together: what other rooms are given. */
@NullMarked
package io.innkeeper.infrastructure.room;

import org.jspecify.annotations.NullMarked;

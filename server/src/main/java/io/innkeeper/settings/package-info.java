/**
 * Settings as records: each room declares its own, this one reads them once from flags,
 * environment, file and defaults, in that order of winning, and lists every problem together.
 */
@NullMarked
package io.innkeeper.settings;

import org.jspecify.annotations.NullMarked;

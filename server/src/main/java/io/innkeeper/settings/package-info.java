/**
 * Settings as records: read once from flags, environment, file and defaults, every problem listed
 * together.
 */
@NullMarked
package io.innkeeper.settings;

import org.jspecify.annotations.NullMarked;

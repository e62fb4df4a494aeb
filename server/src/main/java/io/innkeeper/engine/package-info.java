/** The container engine as a small port: what we ask of it, and failures with a kind. */
@NullMarked
package io.innkeeper.engine;

import org.jspecify.annotations.NullMarked;

@NullMarked
package io.innkeeper.simulators.openrouter;

import org.jspecify.annotations.NullMarked;

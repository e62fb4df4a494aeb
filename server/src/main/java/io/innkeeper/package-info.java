/** The program put together: settings, the parts in their order, start and stop. */
@NullMarked
package io.innkeeper;

import org.jspecify.annotations.NullMarked;

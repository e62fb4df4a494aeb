/** The app's variables, layer by layer: what is set where, changed, and really used. */
@NullMarked
package io.innkeeper.cli.setting;

import org.jspecify.annotations.NullMarked;

/** Virtual keys: what scripts and people present to the gateway. */
@NullMarked
package io.innkeeper.cli.key;

import org.jspecify.annotations.NullMarked;

/** Passwords of the infrastructure: found, read with a reason, and the sealed copy for bad days. */
@NullMarked
package io.innkeeper.cli.credential;

import org.jspecify.annotations.NullMarked;

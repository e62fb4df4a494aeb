/** How a tenant's people sign in: shown, set, checked and removed. */
@NullMarked
package io.innkeeper.cli.signin;

import org.jspecify.annotations.NullMarked;

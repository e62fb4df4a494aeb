/** Tenants: opened, changed, looked at, removed. */
@NullMarked
package io.innkeeper.cli.tenant;

import org.jspecify.annotations.NullMarked;

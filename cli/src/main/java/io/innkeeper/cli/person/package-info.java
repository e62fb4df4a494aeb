/** {@code innkeeper person …}: the people of tenants' workspaces. */
@NullMarked
package io.innkeeper.cli.person;

import org.jspecify.annotations.NullMarked;

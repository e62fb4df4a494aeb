/**
 * The people of tenants' workspaces: who has an account, what it may do, in which groups it is.
 * Everything is asked of the running app, as Innkeeper's own account, so it is the same whatever
 * database the app has; what it told last is kept, for tenants that are down, for finding somebody
 * over all tenants, and for counting end users. Only lost admin access is repaired in the database,
 * while the app is stopped.
 */
@NullMarked
package io.innkeeper.person;

import org.jspecify.annotations.NullMarked;

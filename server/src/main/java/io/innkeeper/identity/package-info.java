/**
 * How a tenant's people sign in beside their passwords: by Google, Microsoft, GitHub or any OIDC
 * provider, and who of them gets in and as what. Looked at before it is applied, and proven by the
 * running app afterwards.
 */
@NullMarked
package io.innkeeper.identity;

import org.jspecify.annotations.NullMarked;

/** Who pays: name, currency, time zone, markup and budget. An organisation owns tenants. */
@NullMarked
package io.innkeeper.organisation;

import org.jspecify.annotations.NullMarked;

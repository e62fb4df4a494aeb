/**
 * What the upstream's licence asks of whoever changes its look: the ground a tenant's look rests
 * on, and how many people use all tenants. It counts, records and tells; it judges nothing and is
 * no legal advice.
 */
@NullMarked
package io.innkeeper.branding.licence;

import org.jspecify.annotations.NullMarked;

package io.innkeeper.branding;

import java.time.Instant;
import java.util.UUID;

/** One brand a tenant was given. */
public record BrandRow(UUID id, UUID tenant, Brand brand, Instant at, String by) {}

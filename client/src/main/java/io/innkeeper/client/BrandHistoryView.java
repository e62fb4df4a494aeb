package io.innkeeper.client;

import java.time.Instant;
import java.util.UUID;

/** One brand a tenant has had. */
public record BrandHistoryView(UUID id, BrandSpec brand, Instant at, String by, boolean current) {}

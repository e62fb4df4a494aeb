package io.innkeeper.branding.licence;

import java.time.Instant;

/** A recorded ground with who said so and when. */
public record GroundRow(Ground ground, Instant at, String by) {}

package io.innkeeper.former;

import java.util.UUID;

/**
 * A sync that was asked for.
 *
 * @param job where its end is told: {@code GET /api/v1/jobs/{job}}
 */
record FormerSync(String message, String status, UUID job) {}

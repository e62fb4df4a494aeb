package io.innkeeper.former;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import java.time.Instant;

/** The console's certificate. */
@JsonNaming(SnakeCaseStrategy.class)
record FormerCertificate(
    boolean exists,
    String subject,
    String issuer,
    Instant validFrom,
    Instant validUntil,
    long daysRemaining) {}

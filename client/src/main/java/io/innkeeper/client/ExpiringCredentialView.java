package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * When a credential's password ends. No password is in here.
 *
 * @param environmentName what the environment is called
 * @param band how soon: {@code expired}, {@code 7}, {@code 30}, {@code 90} (days at most), {@code
 *     later}, {@code never} or {@code unknown}
 * @param daysLeft whole days, below zero once it has passed; absent where there is no end
 * @param beforeRotation whether it ends before its source changes it by itself
 * @param checkedAt when the source looked
 * @param status in the source's word
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ExpiringCredentialView(
    UUID id,
    UUID environment,
    String environmentName,
    String host,
    String username,
    String credentialType,
    String accountType,
    String resourceType,
    String band,
    @Nullable Long daysLeft,
    boolean beforeRotation,
    @Nullable Instant expiresAt,
    @Nullable Instant checkedAt,
    @Nullable String status,
    @Nullable Integer rotationDays,
    @Nullable Instant nextRotationAt,
    @Nullable Instant verifiedAt) {}

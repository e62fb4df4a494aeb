package io.innkeeper.client;

import org.jspecify.annotations.Nullable;

/**
 * Why a tenant is stopped or removed.
 *
 * @param reason one line, shown with its state; absent for none
 */
public record StandStill(@Nullable String reason) {}

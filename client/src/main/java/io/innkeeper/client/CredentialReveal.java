package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * One password to be read.
 *
 * @param reason why; it goes into the audit before the password is shown
 * @param number of an earlier password; the latest when not given
 * @param way {@code show} or {@code copy}; show when not given
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CredentialReveal(
    @Nullable String reason, @Nullable Long number, @Nullable String way) {}

package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * How admin access to a workspace is repaired while it is stopped.
 *
 * @param email the account that becomes an admin; Innkeeper's own when absent
 * @param mfaOff whether the demand of a second factor is taken away too
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AdminRepair(@Nullable String email, @Nullable Boolean mfaOff) {}

package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A tenant to be opened. Only organisation and display name are demanded; the rest has defaults.
 *
 * @param organisation slug or id of who pays
 * @param slug 2 to 40 lower-case letters, digits, hyphens; made from the display name when absent
 * @param image tag or digest; the server's default when absent
 * @param memory for example {@code 1.5GiB}
 * @param cores for example {@code 1} or {@code 0.5}
 * @param adminEmail the client's first admin, created once the app is healthy
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NewTenant(
    String organisation,
    String displayName,
    @Nullable String slug,
    @Nullable String image,
    @Nullable String hostname,
    @Nullable String memory,
    @Nullable BigDecimal cores,
    @Nullable Map<String, String> environment,
    @Nullable String kind,
    @Nullable Boolean outside,
    @Nullable String adminEmail,
    @Nullable String adminName) {}

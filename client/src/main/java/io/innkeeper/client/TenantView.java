package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One tenant as the API tells it.
 *
 * @param slug its identity in folders, container and addresses; never reused until erased
 * @param organisation the owner's slug
 * @param image the reference asked for
 * @param imageId the build it was resolved to ({@code sha256:…}), absent until known
 * @param memoryBytes hard limit
 * @param cores hard limit, 1.0 for one core
 * @param environment extra variables only
 * @param kind {@code production} or {@code staging}
 * @param outside whether it may reach the network beyond the gateway
 * @param wanted {@code running}, {@code stopped}, {@code removed} or {@code erased}
 * @param state {@code healthy}, {@code starting}, {@code updating}, {@code degraded}, {@code
 *     failed}, {@code stopped}, {@code unknown}, {@code removed} or {@code erased}
 * @param reason why it is in that state, in a sentence; may be empty
 * @param address where people reach it
 * @param firstAdmin the e-mail of the client's first admin, absent if none was asked for
 * @param jobId what changes it right now, if anything does
 * @param version of the desired state; send it in {@code If-Match}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TenantView(
    UUID id,
    String slug,
    String displayName,
    String organisation,
    String organisationName,
    String image,
    @Nullable String imageId,
    @Nullable String appVersion,
    @Nullable String hostname,
    long memoryBytes,
    BigDecimal cores,
    Map<String, String> environment,
    String kind,
    boolean outside,
    String wanted,
    String state,
    String reason,
    Instant since,
    String address,
    int port,
    @Nullable String firstAdmin,
    @Nullable UUID jobId,
    Instant openedAt,
    String openedBy,
    long version) {}

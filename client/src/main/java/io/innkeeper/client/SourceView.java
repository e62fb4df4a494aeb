package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A source of an environment and how its last sync went; never with its password.
 *
 * @param trustText the authority's certificate, or the fingerprint; empty otherwise
 * @param nextAt when it is read by itself
 * @param status {@code never}, {@code success}, {@code partial}, {@code asks} or {@code failed}
 * @param failures how often in a row it failed
 * @param productVersion what it called itself
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SourceView(
    String kind,
    String host,
    int port,
    String username,
    String trust,
    String trustText,
    boolean enabled,
    int everyMinutes,
    @Nullable Instant nextAt,
    String status,
    @Nullable Instant triedAt,
    @Nullable Instant succeededAt,
    int failures,
    @Nullable SyncProblemView problem,
    @Nullable String productVersion) {}

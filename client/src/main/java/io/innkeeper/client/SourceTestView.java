package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * How trying a source went.
 *
 * @param works whether it was entered, is what it is said to be, and lets credentials be read
 * @param proven whether it says itself which product it is; those before 9 can't
 * @param sha256 of the certificate that was not believed, to be compared
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SourceTestView(
    String kind,
    String host,
    boolean works,
    boolean proven,
    @Nullable String productVersion,
    @Nullable SyncProblemView problem,
    @Nullable String sha256) {}

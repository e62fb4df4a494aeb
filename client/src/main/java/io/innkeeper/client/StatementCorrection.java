package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A correction of an issued statement.
 *
 * @param reason stands on the paper
 * @param lines the differences; when absent, those between the issued lines and what the books say
 *     now
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StatementCorrection(
    @Nullable String reason, @Nullable List<StatementChangeLine> lines) {}

package io.innkeeper.client;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Calls to be taken into an organisation's books.
 *
 * @param organisation by slug, id or external id
 * @param upstream who served them, and whose the generation ids are; {@code import} if not given
 * @param calls at most 1,000
 */
public record NewImport(
    @Nullable String organisation, @Nullable String upstream, @Nullable List<ImportedCall> calls) {}

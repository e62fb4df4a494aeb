package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to change of an environment; what is absent stays.
 *
 * @param remove sources that it has no longer: {@code manager}, {@code installer}
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EnvironmentChange(
    @Nullable String name,
    @Nullable String description,
    @Nullable Boolean byFile,
    @Nullable SourceInput manager,
    @Nullable SourceInput installer,
    @Nullable List<String> remove) {}

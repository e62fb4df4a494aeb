package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * An environment to be added.
 *
 * @param byFile true when its passwords come from a file, so that it may have no source
 * @param manager its SDDC Manager, if it has one
 * @param installer its VCF Installer, if it has one
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NewEnvironment(
    @Nullable String name,
    @Nullable String description,
    @Nullable Boolean byFile,
    @Nullable SourceInput manager,
    @Nullable SourceInput installer) {}

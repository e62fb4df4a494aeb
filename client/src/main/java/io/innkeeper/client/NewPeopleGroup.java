package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** A group that is to be made in a tenant's workspace. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NewPeopleGroup(@Nullable String name, @Nullable String description) {}

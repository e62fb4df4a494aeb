package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whom something is done to.
 *
 * @param people addresses or ids
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PeopleNamed(@Nullable List<String> people) {}

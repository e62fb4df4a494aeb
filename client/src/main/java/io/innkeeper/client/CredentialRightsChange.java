package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Exactly the rights that somebody is to have in a place.
 *
 * @param environment its id or name; everywhere when not given
 * @param rights of {@code reveal}, {@code copy}, {@code history}, {@code export}; none takes all
 *     away
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CredentialRightsChange(@Nullable String environment, @Nullable List<String> rights) {}

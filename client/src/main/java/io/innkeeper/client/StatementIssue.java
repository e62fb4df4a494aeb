package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The order to issue a statement.
 *
 * @param accept names of checks that did not pass and are accepted as they are
 * @param fingerprint of the draft that was looked at; another one is refused
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StatementIssue(@Nullable List<String> accept, @Nullable String fingerprint) {}

package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One person's part.
 *
 * @param user their workspace's id of them; empty for calls without a person
 * @param name as last told
 * @param email as last told; absent if nobody told
 * @param lastCallAt when their latest call arrived
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record UsagePerson(
    String user, String name, @Nullable String email, @Nullable Instant lastCallAt, SumView sum) {}

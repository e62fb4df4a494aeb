package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What allows another look than the upstream's.
 *
 * @param ground {@code small}: at most 50 end users; {@code enterprise}; {@code permission}: in
 *     writing; {@code old}: version 0.6.5 or older
 * @param reference the contract or letter
 * @param users how many end users a contract allows
 * @param date of the letter
 * @param until the contract's last day
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record GroundSpec(
    String ground,
    @Nullable String reference,
    @Nullable Integer users,
    @Nullable LocalDate date,
    @Nullable LocalDate until) {}

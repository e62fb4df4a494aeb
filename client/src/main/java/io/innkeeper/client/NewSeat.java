package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A seat to be added.
 *
 * @param person an id that stays when the name changes; the e-mail address, else the name, when
 *     absent
 * @param from its first day
 * @param until the first day without it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record NewSeat(
    @Nullable String person,
    @Nullable String name,
    @Nullable String email,
    @Nullable LocalDate from,
    @Nullable LocalDate until) {}

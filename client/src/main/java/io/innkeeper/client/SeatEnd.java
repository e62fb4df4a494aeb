package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * The end of a seat.
 *
 * @param until the first day without it; tomorrow when absent, so that today is its last
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SeatEnd(@Nullable LocalDate until) {}

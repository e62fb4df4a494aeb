package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * That a statement was sent or paid.
 *
 * @param on the day; today when absent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StatementMark(@Nullable LocalDate on) {}

package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A part of an organisation's usage, grouped by one thing or two.
 *
 * @param timeZone where its days begin
 * @param from the first day
 * @param to the last, included
 * @param by what it is grouped by
 * @param sort how the groups are ordered
 * @param currency what amounts are converted into beside USD
 * @param sum of all groups, on this page or not
 * @param converted the same; absent where a rate is missing for one of its days
 * @param items the groups of this page
 * @param next the cursor of the next page, absent at the end
 * @param total how many groups there are in all
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record UsageBreakdown(
    UUID organisation,
    String timeZone,
    LocalDate from,
    LocalDate to,
    List<String> by,
    String sort,
    String currency,
    SumView sum,
    @Nullable ConvertedSum converted,
    List<UsageGroup> items,
    @Nullable String next,
    long total) {
  public UsageBreakdown {
    by = List.copyOf(by);
    items = List.copyOf(items);
  }
}

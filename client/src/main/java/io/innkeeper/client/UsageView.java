package io.innkeeper.client;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * What an organisation used, by its own days.
 *
 * @param timeZone where its days begin
 * @param today its day at present
 * @param day sums of that day
 * @param from the first day of the sums below
 * @param to the last, included
 * @param total all of it
 * @param days only those with calls, ascending
 * @param users dearest first, like all that follows
 * @param kinds what calls were for
 */
public record UsageView(
    UUID organisation,
    String timeZone,
    LocalDate today,
    SumView day,
    LocalDate from,
    LocalDate to,
    SumView total,
    List<UsagePart> days,
    List<UsagePerson> users,
    List<UsagePart> models,
    List<UsagePart> tenants,
    List<UsagePart> keys,
    List<UsagePart> kinds) {}

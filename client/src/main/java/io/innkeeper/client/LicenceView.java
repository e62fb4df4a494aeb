package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a tenant's look rests on. A count and a record; never legal advice.
 *
 * @param ground as recorded; absent: none
 * @param holds whether it holds now
 * @param why not, else absent
 * @param endUsers people of the last 30 days over all tenants
 * @param limit how many the ground allows; absent: no number
 * @param toldAt the counts at which you are told
 * @param said how that stands, in a sentence
 * @param text where the licence stands
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LicenceView(
    @Nullable GroundSpec ground,
    boolean holds,
    @Nullable String why,
    int endUsers,
    @Nullable Integer limit,
    List<Integer> toldAt,
    boolean decisionNeeded,
    String said,
    String text,
    @Nullable Instant recordedAt,
    @Nullable String recordedBy) {}

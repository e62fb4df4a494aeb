package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One group of a breakdown. Only what it is grouped by is there; an empty text stands for what
 * belongs to none.
 *
 * @param day of the organisation
 * @param user the workspace's id of a person
 * @param userName as last told
 * @param model as it was asked for
 * @param tenant its id
 * @param kind what calls were for
 * @param key its id
 * @param converted absent where a rate is missing for one of its days, or the currency is USD
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record UsageGroup(
    @Nullable LocalDate day,
    @Nullable String user,
    @Nullable String userName,
    @Nullable String model,
    @Nullable String tenant,
    @Nullable String kind,
    @Nullable String key,
    SumView sum,
    @Nullable ConvertedSum converted) {}

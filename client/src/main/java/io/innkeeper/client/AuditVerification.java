package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * What a check of the whole audit found. Lines and hash of a whole one are a receipt: kept
 * elsewhere, they prove later that nothing before them was changed.
 *
 * @param whole whether nothing was edited, removed, inserted or cut off
 * @param lines how many lines there are, when whole
 * @param hash the hash of the last one, when whole
 * @param brokenLine the first line that is wrong, when broken
 * @param why what is wrong with it, when broken
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AuditVerification(
    boolean whole,
    @Nullable Long lines,
    @Nullable String hash,
    @Nullable Long brokenLine,
    @Nullable String why) {}

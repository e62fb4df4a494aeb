package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A call whose exact cost isn't known yet.
 *
 * @param why in a sentence
 * @param reserved USD, the worst case that is held for it
 * @param tries how often the upstream was asked
 * @param lastAnswer what it said last
 * @param nextTry when it is asked again; absent if it isn't: then a person decides
 * @param estimateLine the ledger's line that stands in for it; absent while there is none
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record UnsettledView(
    CallView call,
    String why,
    String reserved,
    int tries,
    String lastAnswer,
    @Nullable Instant nextTry,
    @Nullable Long estimateLine) {}

package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How an organisation's key at OpenRouter stands; never the key itself.
 *
 * @param state {@code none}, {@code in-use}, {@code switched-off} or {@code lost}
 * @param origin {@code made} by Innkeeper, or {@code pasted} by a person
 * @param label by what a person recognises it
 * @param name what the account calls it; of a made key
 * @param cap USD of a UTC month that the key is held to, as decimal text; absent for none
 * @param wantedCap what the cap should be now
 * @param managed whether a management key is there, so that keys can be made
 * @param jobId what is changing it right now
 * @param problem why the last try to change it failed, if it did
 * @param retryAt when that is tried again
 * @param drift what differed at the last look, if anything did
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record UpstreamKeyView(
    String organisation,
    String state,
    @Nullable String origin,
    @Nullable String label,
    @Nullable String name,
    @Nullable String hash,
    @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal cap,
    @JsonFormat(shape = JsonFormat.Shape.STRING) @Nullable BigDecimal wantedCap,
    @Nullable Instant usedFrom,
    boolean managed,
    @Nullable UUID jobId,
    @Nullable String problem,
    @Nullable Instant retryAt,
    @Nullable String drift,
    List<EarlierUpstreamKeyView> earlier) {
  public UpstreamKeyView {
    earlier = List.copyOf(earlier);
  }
}

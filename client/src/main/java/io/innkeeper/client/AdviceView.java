package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something the security advisor found.
 *
 * @param place what it is about, the same for as long as it lasts: {@code sign-up.brzoza}
 * @param state {@code open}, {@code accepted} or {@code gone}
 * @param severity {@code low}, {@code medium} or {@code high}
 * @param why it matters
 * @param command what mends it, empty when no single command does
 * @param since when it was first found
 * @param goneAt when it was found no more
 * @param acceptedBy who lives with it
 * @param acceptedUntil when it counts again
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AdviceView(
    String place,
    String state,
    String severity,
    String what,
    String why,
    String command,
    Instant since,
    @Nullable Instant goneAt,
    @Nullable String acceptedBy,
    @Nullable String acceptedWhy,
    @Nullable Instant acceptedUntil) {}

package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a comparison says about one account. No password is in here.
 *
 * @param finding {@code same}, {@code different}, {@code missing-there}, {@code missing-here} or
 *     {@code unreadable}
 * @param credential ours; absent where we don't know it
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record DriftAccountView(
    String finding,
    String source,
    @Nullable UUID credential,
    String host,
    String username,
    String credentialType) {}

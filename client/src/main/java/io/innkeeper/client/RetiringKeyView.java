package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An earlier value of a rotated key.
 *
 * @param until when it stops to count; absent while its workspace hasn't got the new one yet
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record RetiringKeyView(String hint, @Nullable Instant until) {}

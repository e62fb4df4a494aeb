package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to read now.
 *
 * @param sources {@code manager}, {@code installer}; all enabled ones when absent
 * @param acceptMissing true when it is right that as many are gone as sources that ask have said;
 *     should more be gone, they ask again
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SyncRequest(@Nullable List<String> sources, @Nullable Boolean acceptMissing) {}

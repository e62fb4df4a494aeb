package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a tenant's people.
 *
 * @param next the cursor of the next part, absent at the end
 * @param total how many there are in all under the same filters
 * @param readAt when the workspace told this; absent if it never did
 * @param failure why it could not be asked since then, else empty
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PeopleView(
    List<PersonView> items,
    @Nullable String next,
    long total,
    @Nullable Instant readAt,
    String failure) {
  public PeopleView {
    items = List.copyOf(items);
  }
}

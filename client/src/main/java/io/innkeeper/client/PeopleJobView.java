package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is done to several people.
 *
 * @param people addresses it is done to; empty when nothing had to be done
 * @param jobId the job that does it; absent when it was done at once, or only the plan was asked
 *     for
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PeopleJobView(List<String> people, @Nullable UUID jobId) {
  public PeopleJobView {
    people = List.copyOf(people);
  }
}

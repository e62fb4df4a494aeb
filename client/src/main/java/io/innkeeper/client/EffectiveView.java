package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a tenant's app really uses, beside what is wanted.
 *
 * @param readAt when the app was asked; absent if it never was
 * @param version of the app that answered
 * @param differing how many lines aren't as wanted
 * @param lines what differs first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record EffectiveView(
    String tenant, @Nullable Instant readAt, String version, int differing, List<Line> lines) {

  /**
   * One variable; secrets show as {@code set} or {@code not set}.
   *
   * @param state {@code same}, {@code differs}, {@code in-the-app} for what was set in the app
   *     itself, {@code first-start} for what it reads only once, {@code unknown} to this version
   */
  public record Line(String name, String wanted, String used, String state) {}
}

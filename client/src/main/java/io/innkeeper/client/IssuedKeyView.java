package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A key with its value, shown this once.
 *
 * @param value absent for a workspace's own key, which only the workspace gets
 * @param jobId what gives it to the workspace, if that runs
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record IssuedKeyView(KeyView key, @Nullable String value, @Nullable UUID jobId) {
  @Override
  public String toString() {
    return "IssuedKeyView[key=" + key + ", value=[redacted], jobId=" + jobId + "]";
  }
}

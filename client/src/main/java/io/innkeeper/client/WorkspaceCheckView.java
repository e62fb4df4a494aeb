package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the ledger knows of a workspace's chats beside what the workspace's own database says.
 *
 * @param ledgerCalls chats, as calls told what they were for
 * @param answers that people got in chats; absent if the workspace did not tell
 * @param tokens of those answers
 * @param why it did not tell; empty if it did
 * @param models the workspace's own figures by model
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record WorkspaceCheckView(
    UUID tenant,
    String slug,
    long ledgerCalls,
    long ledgerTokens,
    @Nullable Long answers,
    @Nullable Long tokens,
    String why,
    List<OfModel> models) {
  public WorkspaceCheckView {
    models = List.copyOf(models);
  }

  /** One model, as the workspace counts it. */
  public record OfModel(String model, long answers, long inputTokens, long outputTokens) {}
}

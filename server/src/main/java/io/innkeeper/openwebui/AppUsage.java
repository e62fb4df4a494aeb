package io.innkeeper.openwebui;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What an app's own database says was used: answers that people got in chats. It does not know
 * titles and other tasks, calls by API key, answers that were stopped, nor deleted chats.
 */
public record AppUsage(List<OfModel> models) {
  /** One model's answers and their tokens. */
  public record OfModel(String model, long answers, long inputTokens, long outputTokens) {
    public long tokens() {
      return inputTokens + outputTokens;
    }
  }

  public AppUsage {
    models = List.copyOf(models);
  }

  public long answers() {
    return models.stream().mapToLong(OfModel::answers).sum();
  }

  public long tokens() {
    return models.stream().mapToLong(OfModel::tokens).sum();
  }

  static AppUsage of(JsonNode tree) {
    List<OfModel> models = new ArrayList<>();
    tree.path("models")
        .forEach(
            model ->
                models.add(
                    new OfModel(
                        model.path("model_id").asText(),
                        model.path("message_count").asLong(),
                        model.path("input_tokens").asLong(),
                        model.path("output_tokens").asLong())));
    return new AppUsage(models);
  }
}

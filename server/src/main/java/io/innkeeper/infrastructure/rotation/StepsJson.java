package io.innkeeper.infrastructure.rotation;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.innkeeper.client.Json;
import io.innkeeper.infrastructure.rotation.Change.Step;
import java.util.List;

/** The steps of an account as its row keeps them. */
final class StepsJson {
  private StepsJson() {}

  static String of(List<Step> steps) {
    try {
      // By the fields alone: what else a step can say is no part of its row.
      return Json.LENIENT.writeValueAsString(
          steps.stream().map(step -> List.of(step.name(), step.state())).toList());
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("texts always have a JSON form", e);
    }
  }

  static List<Step> read(String json) {
    try {
      return List.of(Json.LENIENT.readValue(json, String[][].class)).stream()
          .map(step -> new Step(step[0], step[1]))
          .toList();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a row of a change is damaged", e);
    }
  }
}

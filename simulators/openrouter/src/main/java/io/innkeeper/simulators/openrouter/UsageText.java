package io.innkeeper.simulators.openrouter;

import static io.innkeeper.simulators.openrouter.JsText.number;

import java.util.Optional;

/** Usage as JSON, in each form's names and with each way of being wrong. */
final class UsageText {
  private UsageText() {}

  /** Names that differ between the forms. */
  private record Names(
      String prompt, String completion, String promptCost, String completionCost) {}

  private static final Names CHAT =
      new Names(
          "prompt_tokens",
          "completion_tokens",
          "upstream_inference_prompt_cost",
          "upstream_inference_completions_cost");
  private static final Names RESPONSES =
      new Names(
          "input_tokens",
          "output_tokens",
          "upstream_inference_input_cost",
          "upstream_inference_output_cost");

  /** For chats, completions and embeddings; empty when none is told. */
  static Optional<String> chat(Call call) {
    return told(call, CHAT, true);
  }

  /** For the Responses form; empty when none is told. */
  static Optional<String> responses(Call call) {
    return told(call, RESPONSES, false);
  }

  /** For the Anthropic form: input without cache tokens, and no cost. */
  static Optional<String> messages(Call call) {
    if (call.is(Word.NO_USAGE)) return Optional.empty();
    if (call.is(Word.USAGE_NUMBER)) return Optional.of("42");
    Counted counted = call.counted();
    long fresh = counted.prompt() - counted.cached() - counted.written();
    return Optional.of(
        "{\"input_tokens\":%d,\"output_tokens\":%d,\"cache_read_input_tokens\":%d,\"cache_creation_input_tokens\":%d}"
            .formatted(fresh, counted.completion(), counted.cached(), counted.written()));
  }

  /** A usage of the first half of the answer. */
  static String half(Call call) {
    Counted half = call.counted().after(call.counted().completion() / 2);
    Spend spend = call.model().tariff().bill(half, call.began(), call.behaviour());
    return whole(CHAT, half, spend, call.behaviour(), true);
  }

  private static Optional<String> told(Call call, Names names, boolean media) {
    if (call.is(Word.NO_USAGE)) return Optional.empty();
    if (call.is(Word.USAGE_NUMBER)) return Optional.of("42");
    boolean zero = call.is(Word.ZERO_USAGE);
    Counted counted = zero ? new Counted(0, 0, 0, 0, 0, 0) : call.counted();
    Spend spend = zero ? Spend.NOTHING : call.spend();
    if (call.is(Word.CACHE_HIT)) {
      return Optional.of(
          "{\"%s\":0,\"%s\":0,\"total_tokens\":0}".formatted(names.prompt, names.completion));
    }
    return Optional.of(whole(names, counted, spend, call.behaviour(), media));
  }

  private static String whole(
      Names names, Counted counted, Spend spend, Behaviour behaviour, boolean media) {
    StringBuilder to = new StringBuilder(560);
    to.append("{\"").append(names.prompt).append("\":").append(counted.prompt());
    to.append(",\"").append(names.completion).append("\":").append(counted.completion());
    to.append(",\"total_tokens\":").append(counted.prompt() + counted.completion());
    if (!behaviour.is(Word.NO_COST)) {
      to.append(",\"cost\":").append(behaviour.is(Word.NULL_COST) ? "null" : spend.cost());
    }
    to.append(",\"is_byok\":").append(spend.byok());
    to.append(",\"").append(names.prompt).append("_details\":{\"cached_tokens\":");
    to.append(counted.cached()).append(",\"cache_write_tokens\":").append(counted.written());
    to.append(media ? ",\"audio_tokens\":0,\"video_tokens\":0}" : "}");
    to.append(",\"cost_details\":{\"upstream_inference_cost\":");
    if (behaviour.is(Word.NULL_UPSTREAM)) {
      to.append("null}");
    } else {
      to.append(number(spend.upstream())).append(",\"").append(names.promptCost).append("\":");
      to.append(number(spend.promptCost())).append(",\"").append(names.completionCost);
      to.append("\":").append(number(spend.completionCost())).append('}');
    }
    to.append(",\"").append(names.completion).append("_details\":{\"reasoning_tokens\":");
    to.append(counted.reasoning());
    return to.append(media ? ",\"image_tokens\":0,\"audio_tokens\":0}}" : "}}").toString();
  }
}

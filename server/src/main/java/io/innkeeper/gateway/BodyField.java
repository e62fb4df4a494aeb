package io.innkeeper.gateway;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the gateway looks for in the outermost object of a request. */
enum BodyField {
  MODEL("model"),
  /** Further models that a router may take instead. */
  MODELS("models"),
  USAGE("usage"),
  PROVIDER("provider"),
  PLUGINS("plugins"),
  TRANSFORMS("transforms"),
  USER("user"),
  STREAM("stream"),
  STREAM_OPTIONS("stream_options"),
  MAX_TOKENS("max_tokens"),
  MAX_COMPLETION_TOKENS("max_completion_tokens"),
  MAX_OUTPUT_TOKENS("max_output_tokens"),
  CHOICES("n"),
  BEST_OF("best_of"),
  WEB_SEARCH_OPTIONS("web_search_options"),
  SERVICE_TIER("service_tier");

  /** The longest name above. */
  static final int LONGEST_NAME = 21;

  private static final BodyField[] ALL = values();

  /** What the gateway looks for in a form. */
  static final List<BodyField> IN_FORMS = List.of(MODEL, CHOICES);

  private final byte[] name;

  BodyField(String name) {
    this.name = name.getBytes(US_ASCII);
  }

  /** Whether only OpenRouter knows it; api.openai.com refuses a request that has it. */
  boolean routersOwn() {
    return switch (this) {
      case MODELS, USAGE, PROVIDER, PLUGINS, TRANSFORMS -> true;
      default -> false;
    };
  }

  /** As written in a request. */
  String word() {
    return new String(name, US_ASCII);
  }

  static @Nullable BodyField of(byte[] text, int length) {
    for (BodyField field : ALL) {
      if (field.name.length == length && Arrays.equals(field.name, 0, length, text, 0, length)) {
        return field;
      }
    }
    return null;
  }
}

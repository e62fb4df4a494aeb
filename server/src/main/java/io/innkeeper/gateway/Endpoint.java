package io.innkeeper.gateway;

import io.innkeeper.usage.CallKind;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The paths that cost money, and what is particular about each. */
enum Endpoint {
  CHAT("/v1/chat/completions", CallKind.CHAT, true),
  COMPLETIONS("/v1/completions", CallKind.CHAT, true),
  RESPONSES("/v1/responses", CallKind.CHAT, true),
  MESSAGES("/v1/messages", CallKind.CHAT, true),
  EMBEDDINGS("/v1/embeddings", CallKind.EMBEDDING, true),
  SPEECH("/v1/audio/speech", CallKind.AUDIO, true),
  TRANSCRIPTIONS("/v1/audio/transcriptions", CallKind.AUDIO, false),
  TRANSLATIONS("/v1/audio/translations", CallKind.AUDIO, false),
  IMAGES("/v1/images/generations", CallKind.IMAGE, true),
  IMAGE_EDITS("/v1/images/edits", CallKind.IMAGE, false);

  private static final Map<String, Endpoint> BY_PATH =
      java.util.Arrays.stream(values())
          .collect(java.util.stream.Collectors.toUnmodifiableMap(one -> one.path, one -> one));

  private final String path;
  private final CallKind kind;
  private final boolean json;

  Endpoint(String path, CallKind kind, boolean json) {
    this.path = path;
    this.kind = kind;
    this.json = json;
  }

  static Optional<Endpoint> of(String path) {
    return Optional.ofNullable(BY_PATH.get(path));
  }

  String path() {
    return path;
  }

  /** Its path below an upstream's base. */
  String below() {
    return path.substring("/v1".length());
  }

  CallKind kind() {
    return kind;
  }

  /** In which form whoever asks for a path reads errors, be there such a path or not. */
  static ErrorForm errors(String path) {
    if (MESSAGES.holds(path)) return ErrorForm.MESSAGES;
    return RESPONSES.holds(path) ? ErrorForm.RESPONSES : ErrorForm.CHAT;
  }

  private boolean holds(String asked) {
    return asked.equals(path) || asked.startsWith(path + "/");
  }

  /** Whether its body is a JSON object; forms are passed on whole. */
  boolean json() {
    return json;
  }

  /** Whether a person's pseudonym goes into the body under {@code user}. */
  boolean carriesUser() {
    return this == CHAT || this == COMPLETIONS || this == RESPONSES || this == EMBEDDINGS;
  }

  /** Whether usage in streams is asked for by {@code stream_options}. */
  boolean asksForUsage() {
    return this == CHAT || this == COMPLETIONS;
  }

  /** Whether what it costs can be bounded by the text that is sent and the tokens that come. */
  boolean measured() {
    return switch (this) {
      case CHAT, COMPLETIONS, RESPONSES, MESSAGES, EMBEDDINGS -> true;
      default -> false;
    };
  }

  /** Fields that limit the answer's length; the first is set where none is. */
  List<BodyField> lengthFields() {
    return switch (this) {
      case CHAT -> List.of(BodyField.MAX_TOKENS, BodyField.MAX_COMPLETION_TOKENS);
      case COMPLETIONS, MESSAGES -> List.of(BodyField.MAX_TOKENS);
      case RESPONSES -> List.of(BodyField.MAX_OUTPUT_TOKENS);
      default -> List.of();
    };
  }

  /** Fields that tell how many answers are made. */
  List<BodyField> countFields() {
    return switch (this) {
      case CHAT, IMAGES, IMAGE_EDITS -> List.of(BodyField.CHOICES);
      case COMPLETIONS -> List.of(BodyField.CHOICES, BodyField.BEST_OF);
      default -> List.of();
    };
  }
}

package io.innkeeper.console;

import io.innkeeper.console.view.Listing;
import io.innkeeper.http.Call;
import io.innkeeper.usage.CallKind;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which kinds of calls are counted. */
enum KindChoice {
  ALL("", "All kinds", EnumSet.noneOf(CallKind.class)),
  CHATS("chats", "Chats", EnumSet.of(CallKind.CHAT)),
  BACKGROUND(
      "background",
      "Background",
      EnumSet.of(
          CallKind.TITLE,
          CallKind.TAGS,
          CallKind.FOLLOW_UP,
          CallKind.QUERY,
          CallKind.EMOJI,
          CallKind.AUTOCOMPLETE,
          CallKind.OTHER_TASK)),
  EMBEDDINGS("embeddings", "Embeddings", EnumSet.of(CallKind.EMBEDDING)),
  MEDIA("media", "Sound and pictures", EnumSet.of(CallKind.AUDIO, CallKind.IMAGE));

  private final String word;
  private final String label;
  private final Set<CallKind> kinds;

  KindChoice(String word, String label, Set<CallKind> kinds) {
    this.word = word;
    this.label = label;
    this.kinds = Set.copyOf(kinds);
  }

  static KindChoice of(Call call) {
    String asked = call.query("kinds").orElse("");
    return Stream.of(values()).filter(one -> one.word.equals(asked)).findFirst().orElse(ALL);
  }

  /** As the books name them; none for all. */
  Set<String> words() {
    return kinds.stream().map(CallKind::word).collect(Collectors.toSet());
  }

  String word() {
    return word;
  }

  List<Listing.Chip> chips(Looking looking, Address address) {
    return Stream.of(values())
        .map(
            one ->
                new Listing.Chip(
                    Optional.empty(),
                    looking.words().say(one.label),
                    "",
                    address.with("kinds", one.word).toString(),
                    one == this))
        .toList();
  }
}

package io.innkeeper.usage;

import java.util.UUID;

/** Asks an upstream what a call did cost. May block; called with no transaction open. */
public interface GenerationLookup {
  /** What the upstream says of the generation that one of an organisation's calls had. */
  Answer find(String upstream, UUID organisation, String generation);

  /** What came back. */
  sealed interface Answer {}

  record Found(GenerationRecord record) implements Answer {}

  /** It knows no such generation, or not yet. */
  record NotYet() implements Answer {}

  /**
   * It keeps no records: there is nothing to wait for.
   *
   * @param reason a sentence for people, without a secret
   */
  record Never(String reason) implements Answer {}

  /**
   * It can't be asked at present, or not at all.
   *
   * @param reason a sentence for people, without a secret
   */
  record Refused(String reason) implements Answer {}
}

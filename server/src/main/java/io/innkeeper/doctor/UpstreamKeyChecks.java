package io.innkeeper.doctor;

import io.innkeeper.openrouter.provision.KeyState;
import io.innkeeper.openrouter.provision.ProvisionedKey;
import io.innkeeper.openrouter.provision.ProvisionedKeys;
import io.innkeeper.organisation.Organisation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/**
 * Says which key, kept in which store, serves which organisation, and what is wrong with it. It
 * asks nobody: it tells what the last look found.
 */
public final class UpstreamKeyChecks {
  private static final String NAME = "key check";
  private static final int MOST = 20;
  private static final String SYNC = "innkeeper upstream sync";

  private UpstreamKeyChecks() {}

  /**
   * The state of every organisation's key.
   *
   * @param store where this server keeps everything, as people name it
   */
  public static Check keys(
      Supplier<List<KeyState>> states, Supplier<ProvisionedKeys.LastLook> look, String store) {
    return new NamedCheck(
        NAME,
        () -> {
          List<Finding> findings = new ArrayList<>();
          List<KeyState> serving = new ArrayList<>();
          for (KeyState state : states.get()) {
            if (state.organisation().state() == Organisation.State.CLOSED) continue;
            findings.addAll(wrong(state));
            if (state.current().isPresent()) serving.add(state);
          }
          findings.addAll(account(look.get()));
          serving.stream().limit(MOST).forEach(state -> findings.add(serves(state, store)));
          if (serving.size() > MOST)
            findings.add(
                Finding.ok(
                    NAME,
                    "And %d more, as told by: innkeeper upstream list"
                        .formatted(serving.size() - MOST)));
          if (findings.isEmpty())
            findings.add(Finding.ok(NAME, "No organisation has a key at OpenRouter."));
          return findings;
        });
  }

  private static Finding serves(KeyState state, String store) {
    ProvisionedKey key = state.current().orElseThrow();
    return Finding.ok(
        NAME,
        "%s calls with %s, %s; its secret is kept in %s."
            .formatted(
                state.organisation().name(),
                key.shown(),
                key.origin() == ProvisionedKey.Origin.MADE ? "made here" : "given by hand",
                store));
  }

  private static List<Finding> wrong(KeyState state) {
    List<Finding> findings = new ArrayList<>();
    String name = state.organisation().name();
    String show = "innkeeper upstream show " + state.organisation().slug();
    boolean active = state.organisation().state() == Organisation.State.ACTIVE;
    state
        .trouble()
        .problem()
        .ifPresent(
            why ->
                findings.add(
                    Finding.warn(
                        NAME,
                        name + ": " + why,
                        state.current().isPresent()
                            ? "Its key serves calls, but is not as it should be."
                            : "It has no key of its own, so its model calls are refused.",
                        show)));
    if (state.word().equals("lost"))
      findings.add(
          Finding.bad(
              NAME,
              "The key of " + name + " is gone at OpenRouter.",
              "Its model calls fail until another one is made.",
              SYNC));
    if (active && state.word().equals("switched-off"))
      findings.add(
          Finding.bad(
              NAME,
              "The key of " + name + " is disabled at OpenRouter.",
              "Its model calls fail; the command enables it.",
              SYNC));
    state
        .trouble()
        .drift()
        .ifPresent(
            drift ->
                findings.add(
                    Finding.warn(
                        NAME,
                        name + ": " + drift,
                        "Somebody else changes keys at OpenRouter, or gave one that doesn't fit.",
                        show)));
    return findings;
  }

  private static List<Finding> account(ProvisionedKeys.LastLook look) {
    List<Finding> findings = new ArrayList<>();
    look.problem()
        .ifPresent(
            why ->
                findings.add(
                    Finding.warn(
                        NAME,
                        "The keys at OpenRouter could not be looked at. " + why,
                        "Limits and standings may not be in step there; the gateway's own hold.",
                        SYNC)));
    if (look.orphans() > 0)
      findings.add(
          Finding.warn(
              NAME,
              look.orphans() == 1
                  ? "One key at OpenRouter is named like ours, but nobody here knows it."
                  : look.orphans()
                      + " keys at OpenRouter are named like ours, but nobody here knows them.",
              "It may be left by an older store, or belong to another Innkeeper on the account.",
              "innkeeper upstream orphans"));
    return findings;
  }
}

package io.innkeeper.person;

import io.innkeeper.secret.Secret;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;

/**
 * One thing done to people of several workspaces, as kept: with each of them as far as it went.
 *
 * @param group its name, for adding to a group; else empty
 * @param job the latest job that does it
 */
public record WideAct(
    UUID id,
    WideVerb verb,
    String group,
    String reason,
    Instant madeAt,
    String madeBy,
    Optional<UUID> job,
    List<Row> rows) {
  public WideAct {
    rows = List.copyOf(rows);
  }

  /** How it stands with somebody. */
  public enum State {
    WAITING,
    /** It was being done when we last wrote; after a crash it may be done already. */
    TRYING,
    DONE,
    /** They were so already. */
    SAME,
    FAILED;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    boolean ended() {
      return this == DONE || this == SAME || this == FAILED;
    }
  }

  /**
   * Somebody in one workspace.
   *
   * @param said why not, or what else there is to say
   * @param password the one that is made, until it was taken
   */
  public record Row(
      UUID id,
      UUID tenant,
      PersonInput person,
      State state,
      String said,
      Optional<Secret> password) {
    Row with(State next, String words) {
      return new Row(id, tenant, person, next, words, password);
    }

    /** Whether it is still to be done. */
    boolean left() {
      return state != State.DONE && state != State.SAME;
    }
  }

  public long failed() {
    return rows.stream().filter(one -> one.state() == State.FAILED).count();
  }

  /** How many can be tried again. */
  public long left() {
    return rows.stream().filter(Row::left).count();
  }

  /** How many passwords wait to be shown. */
  public long passwords() {
    return rows.stream()
        .filter(one -> one.state() == State.DONE && one.password().isPresent())
        .count();
  }
}

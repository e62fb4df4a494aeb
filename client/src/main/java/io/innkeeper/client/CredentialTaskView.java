package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order to an SDDC Manager, and the task that it became there.
 *
 * @param verb {@code update}, {@code rotate}, {@code remediate} or {@code auto-rotate}
 * @param days for auto-rotate: every how many days, 0 for never
 * @param state {@code ordered}, {@code running}, {@code done}, {@code failed}, {@code cancelled},
 *     {@code refused} or {@code unknown}: it was sent, but whether it arrived is not known
 * @param job what works on it, or last did
 * @param task by what SDDC Manager calls it
 * @param problem why it isn't done
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CredentialTaskView(
    UUID id,
    UUID environment,
    String verb,
    @Nullable Integer days,
    String state,
    String job,
    @Nullable String task,
    String reason,
    Instant orderedAt,
    String orderedBy,
    @Nullable Instant sentAt,
    @Nullable Instant endedAt,
    @Nullable SyncProblemView problem,
    List<Account> accounts) {
  public CredentialTaskView {
    accounts = List.copyOf(accounts);
  }

  /**
   * How it went for one account.
   *
   * @param account whose it is: {@code root on esx01 (SSH)}
   * @param state {@code waiting}, {@code running}, {@code done} (not compared yet), {@code failed},
   *     {@code changed} (and our copy is the same), {@code same}, {@code differs} or {@code unread}
   * @param said more about it, or empty
   * @param steps what SDDC Manager does for it, in its words
   */
  public record Account(
      UUID credential, String account, String state, String said, List<Step> steps) {
    public Account {
      steps = steps == null ? List.of() : List.copyOf(steps);
    }
  }

  /**
   * A part of SDDC Manager's task.
   *
   * @param state {@code running}, {@code successful}, {@code failed} or {@code cancelled}
   */
  public record Step(String name, String state) {}
}

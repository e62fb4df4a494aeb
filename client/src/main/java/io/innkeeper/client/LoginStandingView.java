package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How an account stands with being tried.
 *
 * @param on whether passwords are tried here at all
 * @param way by which door; absent where there is none
 * @param against what speaks against trying it now
 * @param last the last time that something was tried
 * @param hostKey by what its host is known again
 * @param drift what the last comparison with its source said, as in drift
 * @param meaning what both say together, or empty
 * @param tries the latest 40, the newest first
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record LoginStandingView(
    UUID credential,
    boolean on,
    @Nullable String way,
    @Nullable String at,
    @Nullable Against against,
    @Nullable LoginTryView last,
    @Nullable String hostKey,
    @Nullable String drift,
    @Nullable Instant comparedAt,
    String meaning,
    List<LoginTryView> tries) {

  /** Why it is not tried, and until when if that is a matter of time. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Against(String code, String said, String advice, @Nullable Instant until) {}

  public LoginStandingView {
    tries = List.copyOf(tries);
  }
}

package io.innkeeper.infrastructure.login;

import io.innkeeper.infrastructure.Credential;
import io.innkeeper.infrastructure.LoginOutcome;
import io.innkeeper.infrastructure.expiry.Drift.Finding;
import io.innkeeper.infrastructure.expiry.Drifts;
import java.util.List;
import java.util.Optional;

/**
 * How an account stands with being tried.
 *
 * @param on whether passwords are tried here at all
 * @param at where it signs in; empty where it can't
 * @param against what speaks against trying it now, as far as that is known without trying
 * @param tries those that were, the latest first, also those that were refused here
 * @param hostKey by what its host is known again
 * @param drift what the last comparison with its source said
 */
public record Standing(
    Credential credential,
    boolean on,
    Optional<Way> way,
    Optional<String> at,
    Optional<NotTried> against,
    List<LoginTry> tries,
    Optional<HostKey> hostKey,
    Optional<Drifts.Said> drift) {

  public Standing {
    tries = List.copyOf(tries);
  }

  /** The last time that something was tried. */
  public Optional<LoginTry> last() {
    return tries.stream().filter(one -> one.outcome() != LoginOutcome.NOT_TRIED).findFirst();
  }

  /** What the last try and the last comparison say together, as far as both are about this one. */
  public String meaning() {
    Optional<LoginTry> tried =
        last().filter(one -> one.number().filter(n -> n == credential.values()).isPresent());
    Optional<Finding> finding = drift.map(Drifts.Said::finding);
    if (tried.isEmpty() || finding.isEmpty()) return "";
    boolean same = finding.get() == Finding.SAME;
    boolean different = finding.get() == Finding.DIFFERENT;
    return switch (tried.get().outcome()) {
      case SIGNS_IN ->
          different
              ? "The product takes ours, and its source says another: tell SDDC Manager the true one."
              : same ? "The product and its source say the same." : "";
      case REFUSED ->
          same
              ? "Its source says the same, so it was changed at the product: find the true one, then"
                  + " tell SDDC Manager."
              : different ? "Its source says another: read the environment anew." : "";
      default -> "";
    };
  }
}

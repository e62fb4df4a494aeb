package io.innkeeper.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an order to change passwords would touch.
 *
 * @param limits what to know before
 * @param possible whether it can be ordered now, as it is
 * @param busy what stands in the way now
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CredentialChangePlan(
    String verb,
    List<String> limits,
    boolean possible,
    @Nullable String busy,
    List<Account> accounts) {
  public CredentialChangePlan {
    limits = List.copyOf(limits);
    accounts = List.copyOf(accounts);
  }

  /**
   * One account of it.
   *
   * @param account whose it is: {@code root on esx01 (SSH)}
   * @param refused why it can't be a part of it; absent when it can
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Account(UUID credential, String account, @Nullable String refused) {}
}

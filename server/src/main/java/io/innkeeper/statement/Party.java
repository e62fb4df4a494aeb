package io.innkeeper.statement;

import java.util.List;

/**
 * Who issues a statement, or whom it is for.
 *
 * @param address its lines, street first; empty if it isn't known
 * @param taxId such as a Polish NIP; empty for none
 * @param account where to pay; empty for a buyer
 */
public record Party(String name, List<String> address, String taxId, String email, String account) {
  public Party {
    address = List.copyOf(address);
  }
}

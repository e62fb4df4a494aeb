package io.innkeeper.statement;

import io.innkeeper.client.PartyView;
import io.innkeeper.fault.Fault;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Texts about a party, read and told. */
final class PartyText {
  private static final int LONGEST = 200;
  private static final int MOST_LINES = 6;

  private PartyText() {}

  static Party changed(Party now, PartyView change, String field) {
    List<String> address =
        change.address() == null
            ? now.address()
            : change.address().stream()
                .map(text -> line(field + ".address", text))
                .filter(text -> !text.isEmpty())
                .toList();
    if (address.size() > MOST_LINES)
      throw Fault.invalidField(
          field + ".address", "address", "An address has at most 6 lines on the paper.");
    return new Party(
        changed(now.name(), change.name(), field + ".name"),
        address,
        changed(now.taxId(), change.taxId(), field + ".taxId"),
        changed(now.email(), change.email(), field + ".email"),
        changed(now.account(), change.account(), field + ".account"));
  }

  private static String changed(String now, @Nullable String change, String field) {
    return change == null ? now : line(field, change);
  }

  static String line(String field, String text) {
    String line = text.strip();
    if (line.length() <= LONGEST && line.chars().noneMatch(Character::isISOControl)) return line;
    throw Fault.invalidField(
        field, "text", "“" + field + "” is one line of at most 200 characters.");
  }

  static Map<String, Object> facts(Party party) {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("name", party.name());
    facts.put("address", String.join(", ", party.address()));
    facts.put("taxId", party.taxId());
    facts.put("email", party.email());
    if (!party.account().isEmpty()) facts.put("account", party.account());
    return facts;
  }
}

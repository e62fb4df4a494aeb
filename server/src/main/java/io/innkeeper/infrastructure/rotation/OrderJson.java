package io.innkeeper.infrastructure.rotation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.innkeeper.client.Json;
import io.innkeeper.infrastructure.Account;
import io.innkeeper.secret.Secret;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An order as SDDC Manager reads it: a CredentialsUpdateSpec. Pure. */
final class OrderJson {
  private OrderJson() {}

  /** An account with the password that was typed for it, if one was. */
  record Named(Account account, Optional<Secret> password) {}

  /**
   * The body.
   *
   * @param days for auto-rotate: how often, 0 for never
   */
  static JsonNode of(Verb verb, List<Named> all, Optional<Integer> days) {
    ObjectNode spec = Json.LENIENT.createObjectNode();
    spec.put("operationType", verb.operation());
    ArrayNode elements = spec.putArray("elements");
    Map<String, ArrayNode> places = new LinkedHashMap<>();
    for (Named one : all) {
      ArrayNode credentials =
          places.computeIfAbsent(place(one.account()), key -> element(elements, one.account()));
      ObjectNode credential = credentials.addObject();
      credential.put("credentialType", one.account().credentialType());
      credential.put("username", one.account().username());
      if (verb.typed())
        one.password().ifPresent(secret -> credential.put("password", secret.unwrap()));
    }
    if (verb == Verb.AUTO_ROTATE) policy(spec.putObject("autoRotatePolicy"), days.orElse(0));
    return spec;
  }

  private static ArrayNode element(ArrayNode elements, Account account) {
    ObjectNode element = elements.addObject();
    if (byId(account)) element.put("resourceId", account.resourceId());
    else element.put("resourceName", account.resourceName());
    element.put("resourceType", account.resourceType());
    return element.putArray("credentials");
  }

  /** An address for a name is not found there; the id is. */
  private static boolean byId(Account account) {
    String name = account.resourceName();
    boolean address = name.isBlank() || name.contains(":") || name.matches("[0-9.]+");
    return address && !account.resourceId().isBlank();
  }

  private static String place(Account account) {
    return String.join(
        "\u001f", account.resourceId(), account.resourceName(), account.resourceType());
  }

  private static void policy(ObjectNode policy, int days) {
    policy.put("enableAutoRotatePolicy", days > 0);
    if (days > 0) policy.put("frequencyInDays", days);
  }
}

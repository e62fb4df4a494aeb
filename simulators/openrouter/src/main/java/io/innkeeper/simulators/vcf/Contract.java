package io.innkeeper.simulators.vcf;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** Whether what is asked is in the real interface's lists of fields. */
final class Contract {
  private static final Set<String> CREDENTIAL_QUERY =
      Set.of(
          "resourceName",
          "resourceIp",
          "resourceType",
          "domainName",
          "accountType",
          "pageNumber",
          "pageSize");
  private static final Set<String> SDDC_QUERY =
      Set.of("pageNumber", "pageSize", "status", "sortBy", "sortOrder");
  private static final Set<String> OPERATIONS =
      Set.of("UPDATE", "ROTATE", "REMEDIATE", "UPDATE_AUTO_ROTATE_POLICY");

  private final List<String> violations = new CopyOnWriteArrayList<>();

  List<String> violations() {
    return List.copyOf(violations);
  }

  /** The sentence about what is not in the interface; it is remembered. */
  Optional<String> violated(Asked asked) {
    List<String> found = new ArrayList<>();
    JsonNode body = asked.body();
    if (asked.bytes().length > 0
        && asked.type().filter(type -> type.startsWith("application/json")).isEmpty())
      found.add("a body that isn't said to be JSON");
    if (asked.path().startsWith("/v1/tokens")) tokens(asked, body, found);
    else if (asked.line().equals("GET /v1/credentials"))
      only("the query", asked.query().keySet(), CREDENTIAL_QUERY, found);
    else if (asked.line().equals("GET /v1/sddcs"))
      only("the query", asked.query().keySet(), SDDC_QUERY, found);
    else if (asked.line().equals("PATCH /v1/credentials")
        || asked.line().startsWith("PATCH /v1/credentials/tasks/")) operation(body, found);
    else if (asked.line().equals("POST /v1/credentials/expirations")) {
      only(
          "the request", names(body), Set.of("resourceType", "domainName", "credentialIds"), found);
      if (!body.hasNonNull("resourceType")) found.add("expirations without a resourceType");
    }
    if (found.isEmpty()) return Optional.empty();
    String said = asked.line() + ": " + String.join("; ", found);
    violations.add(said);
    return Optional.of(said);
  }

  private static void tokens(Asked asked, JsonNode body, List<String> found) {
    if (asked.bearer().isPresent()) found.add("a token call with Authorization");
    if (asked.line().equals("POST /v1/tokens"))
      only(
          "TokenCreationSpec",
          names(body),
          Set.of("username", "password", "apiKey", "idToken"),
          found);
    else if (!body.isTextual()) found.add("a refresh id that is no JSON string");
  }

  private static void operation(JsonNode body, List<String> found) {
    only(
        "CredentialsUpdateSpec",
        names(body),
        Set.of("operationType", "elements", "autoRotatePolicy"),
        found);
    String operation = body.path("operationType").asText("");
    if (!OPERATIONS.contains(operation)) found.add("an operation “" + operation + "”");
    if (body.path("elements").isEmpty()) found.add("no elements");
    for (JsonNode element : body.path("elements")) element(element, operation, found);
    if (operation.equals("UPDATE_AUTO_ROTATE_POLICY")) policy(body.path("autoRotatePolicy"), found);
  }

  private static void element(JsonNode element, String operation, List<String> found) {
    only(
        "an element",
        names(element),
        Set.of("resourceName", "resourceId", "resourceType", "credentials"),
        found);
    if (!element.hasNonNull("resourceType")) found.add("an element without a resourceType");
    for (JsonNode credential : element.path("credentials")) {
      only(
          "a credential",
          names(credential),
          Set.of("credentialType", "accountType", "username", "password"),
          found);
      if (!credential.hasNonNull("username")) found.add("a credential without a username");
      boolean may = operation.equals("UPDATE") || operation.equals("REMEDIATE");
      if (credential.has("password") && !may) found.add("a password for " + operation);
    }
  }

  private static void policy(JsonNode policy, List<String> found) {
    only("the policy", names(policy), Set.of("enableAutoRotatePolicy", "frequencyInDays"), found);
    if (!policy.path("enableAutoRotatePolicy").isBoolean())
      found.add("a policy neither on nor off");
    int days = policy.path("frequencyInDays").asInt(1);
    if (days < 1 || days > 90) found.add("a frequency of " + days + " days");
  }

  private static void only(
      String what, Iterable<String> names, Set<String> known, List<String> found) {
    for (String name : names)
      if (!known.contains(name)) found.add("“" + name + "” is not in " + what);
  }

  private static List<String> names(JsonNode node) {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }
}

package io.innkeeper.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.innkeeper.client.Json;
import io.innkeeper.client.Page;
import io.innkeeper.client.Problem;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Writes the OpenAPI 3.1 document from the table of routes. */
final class OpenApiDocument {
  private static final Pattern PLACEHOLDER = Pattern.compile("[{<]([^}>]+)[}>]");
  private static final List<String> METHODS = List.of("GET", "POST", "PUT", "PATCH", "DELETE");

  private final Schemas schemas = new Schemas();

  private OpenApiDocument() {}

  static String of(Routes routes) {
    try {
      return Json.LENIENT
              .writerWithDefaultPrettyPrinter()
              .writeValueAsString(new OpenApiDocument().document(routes))
          + "\n";
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private ObjectNode document(Routes routes) {
    ObjectNode document = Json.LENIENT.createObjectNode().put("openapi", "3.1.1");
    document
        .putObject("info")
        .put("title", "Innkeeper")
        .put("version", "1")
        .put(
            "description",
            "Private AI workspaces for many clients. Roles include the ones before them: client, "
                + "viewer, operator, admin. Failures are problem details (RFC 9457) with a stable "
                + "code. A POST with an Idempotency-Key answers again for 24 hours.")
        .putObject("license")
        .put("name", "Apache-2.0")
        .put("identifier", "Apache-2.0");
    ObjectNode paths = document.putObject("paths");
    routes.all().stream()
        .filter(endpoint -> endpoint.kind() == Endpoint.Kind.API)
        .sorted(
            Comparator.comparing(OpenApiDocument::path)
                .thenComparing(endpoint -> METHODS.indexOf(endpoint.method())))
        .forEach(
            endpoint ->
                paths
                    .withObjectProperty(path(endpoint))
                    .set(endpoint.method().toLowerCase(Locale.ROOT), operation(endpoint)));
    document.set("components", components());
    return document;
  }

  private ObjectNode operation(Endpoint endpoint) {
    ObjectNode operation = Json.LENIENT.createObjectNode();
    operation.putArray("tags").add(tag(endpoint));
    operation.put("operationId", operationId(endpoint));
    operation.put("summary", endpoint.says());
    endpoint
        .least()
        .ifPresentOrElse(
            role ->
                operation
                    .put("description", "Needs the role " + role.word() + ".")
                    .put("x-role", role.word()),
            () -> operation.put("description", "Open to all."));
    ArrayNode parameters = parameters(endpoint);
    if (!parameters.isEmpty()) operation.set("parameters", parameters);
    if (endpoint.body() != Void.class) {
      ObjectNode body = operation.putObject("requestBody").put("required", true);
      content(body, Reply.JSON, schemas.of(endpoint.body()));
    }
    operation.set("responses", responses(endpoint));
    operation.putArray("security");
    endpoint
        .least()
        .ifPresent(role -> operation.withArray("security").addObject().putArray("bearer"));
    return operation;
  }

  private static ArrayNode parameters(Endpoint endpoint) {
    ArrayNode parameters = Json.LENIENT.createArrayNode();
    Matcher placeholder = PLACEHOLDER.matcher(endpoint.path());
    while (placeholder.find())
      parameter(parameters, "path", placeholder.group(1), "").put("required", true);
    for (Endpoint.Query query : endpoint.terms().queries())
      parameter(parameters, "query", query.name(), query.says());
    if (endpoint.terms().plan().isPresent())
      parameter(
          parameters, "query", "dry-run", "true: answer what would change, and change nothing.");
    if (paged(endpoint.answer())) {
      parameter(parameters, "query", "limit", "How many, 1 to 200; 40 when not given.");
      parameter(parameters, "query", "cursor", "Where to go on: next of the part before.");
    }
    if (endpoint.terms().versioned()) shared(parameters, "If-Match");
    if (endpoint.method().equals("POST") && endpoint.least().isPresent())
      shared(parameters, "Idempotency-Key");
    return parameters;
  }

  private ObjectNode responses(Endpoint endpoint) {
    ObjectNode responses = Json.LENIENT.createObjectNode();
    if (endpoint.answer() == Void.class) {
      responses.putObject("204").put("description", "Done.");
    } else {
      String status = endpoint.method().equals("GET") ? "200" : "2XX";
      ObjectNode done = responses.putObject(status).put("description", "Done.");
      content(done, endpoint.terms().contentType(), answer(endpoint));
    }
    if (endpoint.least().isPresent()) problems(responses, "401", "403");
    if (endpoint.path().contains("{")) problems(responses, "404");
    if (!endpoint.method().equals("GET")) problems(responses, "409");
    if (endpoint.body() != Void.class) problems(responses, "400", "415", "422");
    if (endpoint.terms().versioned()) problems(responses, "428");
    problems(responses, "default");
    return responses;
  }

  private ObjectNode answer(Endpoint endpoint) {
    ObjectNode usual = schemas.of(endpoint.answer());
    if (endpoint.terms().plan().isEmpty()) return usual;
    ObjectNode either = Json.LENIENT.createObjectNode();
    either.putArray("oneOf").add(usual).add(schemas.of(endpoint.terms().plan().get()));
    return either;
  }

  private ObjectNode components() {
    ObjectNode components = Json.LENIENT.createObjectNode();
    ObjectNode problem = schemas.of(Problem.class);
    components.set("schemas", schemas.all());
    ObjectNode parameters = components.putObject("parameters");
    header(parameters, "If-Match", true, "The ETag of what the change is based on, such as \"3\".");
    header(
        parameters,
        "Idempotency-Key",
        false,
        "1 to 128 visible characters, new for each new request. A repeated request with the same key "
            + "answers what was answered first.");
    ObjectNode refused = components.putObject("responses").putObject("Problem");
    refused.put("description", "It was not done; code says why, advice what to do.");
    content(refused, "application/problem+json", problem);
    components
        .putObject("securitySchemes")
        .putObject("bearer")
        .put("type", "http")
        .put("scheme", "bearer")
        .put("description", "An API token, or the token of a sign-in.");
    return components;
  }

  private static void content(ObjectNode where, String type, ObjectNode schema) {
    where.putObject("content").putObject(type).set("schema", schema);
  }

  private static void header(ObjectNode parameters, String name, boolean required, String says) {
    parameters
        .putObject(name)
        .put("name", name)
        .put("in", "header")
        .put("required", required)
        .put("description", says)
        .putObject("schema")
        .put("type", "string");
  }

  private static ObjectNode parameter(ArrayNode parameters, String in, String name, String says) {
    ObjectNode parameter = parameters.addObject().put("name", name).put("in", in);
    if (!says.isEmpty()) parameter.put("description", says);
    parameter.putObject("schema").put("type", name.equals("limit") ? "integer" : "string");
    return parameter;
  }

  private static void shared(ArrayNode parameters, String name) {
    parameters.addObject().put("$ref", "#/components/parameters/" + name);
  }

  private static void problems(ObjectNode responses, String... statuses) {
    for (String status : statuses)
      responses.putObject(status).put("$ref", "#/components/responses/Problem");
  }

  private static boolean paged(Type answer) {
    return answer instanceof ParameterizedType page && page.getRawType() == Page.class;
  }

  private static String path(Endpoint endpoint) {
    return PLACEHOLDER.matcher(endpoint.path()).replaceAll("{$1}");
  }

  private static String tag(Endpoint endpoint) {
    return endpoint.path().replaceFirst("^/api/v1/", "").replaceFirst("/.*", "");
  }

  private static String operationId(Endpoint endpoint) {
    return endpoint.method().toLowerCase(Locale.ROOT)
        + endpoint.path().replaceFirst("^/api/v1", "").replaceAll("[{}<>]", "").replace('/', '-');
  }
}

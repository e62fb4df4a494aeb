package io.innkeeper.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.innkeeper.caller.Actor;
import io.innkeeper.caller.Principal;
import io.innkeeper.client.Json;
import io.innkeeper.fault.Fault;
import io.javalin.http.Context;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One request, already authenticated: who calls, and the input as types. */
public final class Call {
  private static final Pattern ETAG = Pattern.compile("(?:W/)?\"(\\d{1,18})\"");

  private final Context context;
  private final @Nullable Caller caller;
  private final String requestId;

  Call(Context context, @Nullable Caller caller, String requestId) {
    this.context = context;
    this.caller = caller;
    this.requestId = requestId;
  }

  /** Who calls; only on routes that demand a role. */
  public Principal principal() {
    return signedIn().orElseThrow(() -> new IllegalStateException("an open route asked who calls"));
  }

  /** Who calls, if anybody is signed in. */
  public Optional<Principal> signedIn() {
    return Optional.ofNullable(caller).map(Caller::principal);
  }

  /** The token that every form of this session carries. */
  public String csrf() {
    return caller == null ? "" : caller.csrf();
  }

  public Actor actor() {
    return principal().actor(address(), requestId);
  }

  public String requestId() {
    return requestId;
  }

  /** The caller's network address. */
  public String address() {
    return context.ip();
  }

  public String method() {
    return context.method().name();
  }

  /** The path with its query, as asked. */
  public String target() {
    String query = context.queryString();
    return context.path() + (query == null ? "" : "?" + query);
  }

  public String path(String name) {
    return context.pathParam(name);
  }

  /** A path parameter that is an id; anything else is simply not there. */
  public UUID id(String name) {
    try {
      return UUID.fromString(path(name));
    } catch (IllegalArgumentException e) {
      throw Fault.notFound("not-found", "There is nothing with the id “" + path(name) + "”.");
    }
  }

  /** A query parameter; blank counts as absent. */
  public Optional<String> query(String name) {
    return Optional.ofNullable(context.queryParam(name))
        .map(String::strip)
        .filter(text -> !text.isEmpty());
  }

  /** A form field as typed; blank counts as absent. */
  public Optional<String> form(String name) {
    return Optional.ofNullable(context.formParam(name)).filter(text -> !text.isBlank());
  }

  /** Every value of a repeated form field. */
  public java.util.List<String> forms(String name) {
    return context.formParams(name);
  }

  /** A file of a form. */
  public record Upload(String name, byte[] bytes) {}

  /**
   * A file that was chosen in a form; none chosen counts as absent.
   *
   * @throws Fault TOO_LARGE for more bytes
   */
  public Optional<Upload> upload(String field, int atMost) {
    io.javalin.http.UploadedFile file = context.uploadedFile(field);
    if (file == null || file.size() == 0) return Optional.empty();
    try (java.io.InputStream content = file.content()) {
      byte[] bytes = content.readNBytes(atMost + 1);
      if (bytes.length > atMost)
        throw Fault.of(
            Fault.Kind.TOO_LARGE, "file-too-large", "The file has more than " + atMost + " bytes.");
      return Optional.of(new Upload(file.filename(), bytes));
    } catch (java.io.IOException e) {
      throw Fault.of(Fault.Kind.MALFORMED, "body-unreadable", "The file could not be read.")
          .because(e);
    }
  }

  public Optional<String> header(String name) {
    return Optional.ofNullable(context.header(name));
  }

  public Optional<String> cookie(String name) {
    return Optional.ofNullable(context.cookie(name));
  }

  /** Whether only the plan is wanted: {@code ?dry-run=true}. */
  public boolean dryRun() {
    return query("dry-run").filter(text -> !text.equals("false")).isPresent();
  }

  /** Whether the page asked for a fragment by script. */
  public boolean fragment() {
    return header("HX-Request").isPresent();
  }

  /** How many and from where: {@code ?limit=&cursor=}, 1 to 200, 40 by default. */
  public PageRequest page() {
    int limit = query("limit").map(text -> number("limit", text)).orElse(PageRequest.DEFAULT_LIMIT);
    return new PageRequest(Math.clamp(limit, 1, PageRequest.MAX_LIMIT), query("cursor"));
  }

  /**
   * The version that the caller saw, from {@code If-Match}. Without it an update could be lost in
   * silence.
   */
  public long expectedVersion() {
    String seen =
        header("If-Match")
            .orElseThrow(
                () ->
                    Fault.of(
                            Fault.Kind.PRECONDITION_REQUIRED,
                            "if-match-missing",
                            "An update needs the version it is based on.")
                        .advising("Send If-Match with the ETag of what you read."));
    Matcher matcher = ETAG.matcher(seen.strip());
    if (!matcher.matches()) {
      throw Fault.of(
          Fault.Kind.MALFORMED, "if-match", "If-Match must hold one ETag such as \"3\".");
    }
    return Long.parseLong(matcher.group(1));
  }

  /** The body as it came, for who proves it before it is read. */
  public byte[] bytes() {
    return context.bodyAsBytes();
  }

  /**
   * The body as it came, up to so many bytes whatever the usual limit is.
   *
   * @throws Fault TOO_LARGE for more
   */
  public byte[] bytes(int atMost) {
    try (java.io.InputStream body = context.req().getInputStream()) {
      byte[] bytes = body.readNBytes(atMost + 1);
      if (bytes.length <= atMost) return bytes;
    } catch (java.io.IOException e) {
      throw Fault.of(Fault.Kind.MALFORMED, "body-unreadable", "The body could not be read.")
          .because(e);
    }
    throw Fault.of(
        Fault.Kind.TOO_LARGE, "body-too-large", "The body has more than " + atMost + " bytes.");
  }

  /** The same where a body may be left out. */
  public <T> Optional<T> bodyIfAny(Class<T> type) {
    return context.bodyAsBytes().length == 0 ? Optional.empty() : Optional.of(body(type));
  }

  /** The JSON body as a record; unknown fields and wrong types are refused by name. */
  public <T> T body(Class<T> type) {
    if (!context.isJson()) {
      throw Fault.of(
          Fault.Kind.UNSUPPORTED_MEDIA, "json-expected", "The body must be application/json.");
    }
    try {
      T value = Json.STRICT.readValue(context.bodyAsBytes(), type);
      if (value == null) throw Fault.of(Fault.Kind.MALFORMED, "body-empty", "The body is empty.");
      return value;
    } catch (UnrecognizedPropertyException e) {
      String name = e.getPropertyName();
      throw Fault.invalidField(
          name,
          "unknown-field",
          "There is no field “" + name + "”. Known are " + e.getKnownPropertyIds() + ".");
    } catch (MismatchedInputException e) {
      throw Fault.invalidField(
          place(e), "wrong-type", "The field “" + place(e) + "” has a value of the wrong type.");
    } catch (JsonProcessingException e) {
      throw Fault.of(
          Fault.Kind.MALFORMED,
          "json",
          "The body isn't JSON that can be read: " + e.getOriginalMessage());
    } catch (java.io.IOException e) {
      throw Fault.of(Fault.Kind.MALFORMED, "body-unreadable", "The body could not be read.")
          .because(e);
    }
  }

  Context context() {
    return context;
  }

  private static String place(MismatchedInputException e) {
    return e.getPath().stream()
        .map(
            step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
        .reduce((above, below) -> above + "." + below)
        .orElse("body");
  }

  private static int number(String name, String text) {
    try {
      return Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw Fault.invalidField(name, "number", "“" + name + "” must be a whole number.");
    }
  }
}

package io.innkeeper.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.innkeeper.caller.Principal;
import io.innkeeper.fault.Fault;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.io.IOException;
import java.net.URLEncoder;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Every request passes here: request id, https, who calls, may they, is the form ours; then the
 * handler; then the answer or the failure in the caller's form (problem JSON for programs, a page
 * for people).
 */
public final class Door {
  /** The session's cookie; the prefix makes browsers demand Secure, no Domain and Path=/. */
  public static final String COOKIE = "__Host-innkeeper";

  private static final Logger log = LoggerFactory.getLogger(Door.class);
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
  private static final String PASSWORD_PAGE = "/password";
  private static final Set<String> WITHOUT_NEW_PASSWORD =
      Set.of(
          PASSWORD_PAGE,
          "/sign-out",
          "/api/v1/me/password",
          "/api/v1/me",
          "/api/v1/sessions/current");

  private final Callers callers;
  private final ErrorPages pages;
  private final Idempotency idempotency;
  private final Refusals refusals;
  private final Answers answers = new Answers();

  public Door(Callers callers, ErrorPages pages, Idempotency idempotency, Refusals refusals) {
    this.callers = callers;
    this.pages = pages;
    this.idempotency = idempotency;
    this.refusals = refusals;
  }

  OpenStreams streams() {
    return answers.streams();
  }

  void enter(Context context) {
    String requestId = RequestIds.of(context.header("X-Request-Id"));
    context.attribute("request-id", requestId);
    context.header("X-Request-Id", requestId);
    context.header("X-Content-Type-Options", "nosniff");
    context.header("Referrer-Policy", "same-origin");
    if (onLoopbackPort(context) || context.req().isSecure()) return;
    // Plain HTTP on the HTTPS port: people are sent on, programs are told.
    if (SAFE.contains(context.method().name())) {
      String host = Optional.ofNullable(context.header("Host")).orElse("localhost");
      context.redirect(
          "https://" + host + target(context), io.javalin.http.HttpStatus.PERMANENT_REDIRECT);
      context.skipRemainingHandlers();
      return;
    }
    throw Fault.of(Fault.Kind.MALFORMED, "https-only", "This port speaks HTTPS. Nothing was done.")
        .advising("Use https:// in the address.");
  }

  void serve(Endpoint endpoint, Context context) throws Exception {
    if (onLoopbackPort(context) != (endpoint.kind() == Endpoint.Kind.LOOPBACK))
      throw nothingHere(context);
    String requestId = Answers.requestId(context);
    MDC.put("request", requestId);
    try {
      Optional<Caller> caller = caller(endpoint, context);
      if (endpoint.least().isPresent() && caller.isEmpty()) {
        unknown(endpoint, context);
        return;
      }
      Call call = new Call(context, caller.orElse(null), requestId);
      if (caller.isPresent() && mustChangePassword(endpoint, caller.get(), context)) return;
      demandRole(endpoint, call);
      Answers.demandAcceptable(endpoint, context);
      Reply reply =
          idempotency.once(endpoint, call, () -> Answers.reply(endpoint.handler().handle(call)));
      answers.write(
          endpoint, context, reply.asLongAs(() -> isStillWelcome(endpoint, call, context)));
    } finally {
      MDC.remove("request");
    }
  }

  void refuse(HttpResponseException e, Context context) {
    Fault fault =
        switch (e.getStatus()) {
          case 404 -> nothingHere(context);
          case 405 ->
              Fault.of(
                  Fault.Kind.METHOD_NOT_ALLOWED,
                  "method-not-allowed",
                  context.method().name() + " is not something this address does.");
          case 413 ->
              Fault.of(
                  Fault.Kind.TOO_LARGE,
                  "too-large",
                  "The request is larger than this server accepts.");
          default ->
              Fault.of(Fault.Kind.MALFORMED, "bad-request", "This request can't be understood.");
        };
    fail(fault, context);
  }

  void fail(Exception e, Context context) {
    Fault fault = e instanceof Fault known ? known : unforeseen(e);
    if (fault.kind() == Fault.Kind.BROKEN || fault.kind() == Fault.Kind.UPSTREAM) {
      log.error(
          "{} {} failed, request {}",
          context.method(),
          loggable(context),
          Answers.requestId(context),
          e);
    }
    try {
      if (context.path().startsWith("/api/") || onLoopbackPort(context)) {
        Answers.problem(context, fault);
      } else {
        Optional<Caller> caller = caller(context);
        answers.write(
            context,
            pages.show(new Call(context, caller.orElse(null), Answers.requestId(context)), fault));
      }
    } catch (IOException | RuntimeException drawing) {
      log.error("the failure of {} could not be shown", loggable(context), drawing);
      context
          .status(500)
          .contentType("text/plain")
          .result("Something failed and its page too. The log has it.");
    }
  }

  /** What stands behind /shared/ opens somebody's usage, so it goes into no log. */
  static String loggable(Context context) {
    return context.path().replaceFirst("^/shared/[^/]+", "/shared/…");
  }

  private static Fault unforeseen(Exception e) {
    return Fault.of(
            Fault.Kind.BROKEN,
            "unforeseen",
            "Something failed that should not have. Nothing else was done.")
        .advising("Try again; if it stays, look for the request id in the server's log.")
        .because(e);
  }

  private Optional<Caller> caller(Endpoint endpoint, Context context) {
    if (endpoint.kind() == Endpoint.Kind.LOOPBACK || endpoint.kind() == Endpoint.Kind.FILE)
      return Optional.empty();
    Optional<Caller> byToken = bearer(context).flatMap(callers::byBearer);
    if (byToken.isPresent() || bearer(context).isPresent()) return byToken;
    if (endpoint.kind() == Endpoint.Kind.PAGE && !endpoint.isSafe()) demandSameSite(context);
    Optional<Caller> caller = caller(context);
    // A browser sends cookies unasked: what changes something must also carry the session's own
    // token.
    if (caller.isPresent() && !endpoint.isSafe()) demandToken(caller.get(), context);
    return caller;
  }

  private Optional<Caller> caller(Context context) {
    return Optional.ofNullable(context.cookie(COOKIE)).flatMap(callers::bySession);
  }

  private static Optional<String> bearer(Context context) {
    return Optional.ofNullable(context.header("Authorization"))
        .filter(header -> header.regionMatches(true, 0, "Bearer ", 0, 7))
        .map(header -> header.substring(7).strip());
  }

  /**
   * Forms of other sites are refused also where nobody is signed in: they could sign somebody in as
   * another.
   */
  private static void demandSameSite(Context context) {
    String site = Optional.ofNullable(context.header("Sec-Fetch-Site")).orElse("none");
    String origin = Optional.ofNullable(context.header("Origin")).orElse("");
    String host = Optional.ofNullable(context.header("Host")).orElse("");
    boolean ours = origin.isEmpty() || origin.equals("https://" + host);
    if (ours && (site.equals("none") || site.equals("same-origin"))) return;
    throw Fault.of(
            Fault.Kind.FORBIDDEN, "csrf", "This form came from another site, so nothing was done.")
        .advising("Load the page again and repeat.");
  }

  private static void demandToken(Caller caller, Context context) {
    String sent =
        Optional.ofNullable(context.header("X-CSRF-Token"))
            .orElseGet(() -> context.formParam("csrf"));
    if (sent != null && MessageDigest.isEqual(sent.getBytes(UTF_8), caller.csrf().getBytes(UTF_8)))
      return;
    throw Fault.of(
            Fault.Kind.FORBIDDEN,
            "csrf",
            "This form is not from this session, so nothing was done.")
        .advising("Load the page again and repeat.");
  }

  private void unknown(Endpoint endpoint, Context context) throws IOException {
    Fault fault =
        Fault.of(
                Fault.Kind.UNAUTHENTICATED,
                "sign-in-first",
                "You are not signed in, or your session has ended.")
            .advising("Sign in and repeat.");
    if (endpoint.kind() == Endpoint.Kind.API) {
      context.header("WWW-Authenticate", "Bearer");
      Answers.problem(context, fault);
      return;
    }
    String wanted = endpoint.isSafe() ? target(context) : "/";
    String signIn =
        "/sign-in" + (wanted.equals("/") ? "" : "?next=" + URLEncoder.encode(wanted, UTF_8));
    if (context.header("HX-Request") != null) {
      // The script opens the sign-in over the page, so that nothing typed is lost.
      context.status(401).header("X-Sign-In", signIn).result("");
      return;
    }
    answers.write(context, Reply.seeOther(signIn));
  }

  private boolean mustChangePassword(Endpoint endpoint, Caller caller, Context context)
      throws IOException {
    if (!caller.principal().mustChangePassword() || endpoint.least().isEmpty()) return false;
    if (WITHOUT_NEW_PASSWORD.contains(endpoint.path())) return false;
    if (endpoint.kind() == Endpoint.Kind.API) {
      throw Fault.of(
              Fault.Kind.FORBIDDEN,
              "password-change-required",
              "This password must be changed first.")
          .advising("Change it in the console, or with innkeeper operator password.");
    }
    answers.write(context, Reply.seeOther(PASSWORD_PAGE));
    return true;
  }

  private void demandRole(Endpoint endpoint, Call call) {
    if (endpoint.least().isEmpty()) return;
    Principal principal = call.principal();
    if (principal.role().atLeast(endpoint.least().get())) return;
    if (!endpoint.isSafe()) refusals.refused(call, endpoint.least().get());
    throw Fault.of(
            Fault.Kind.FORBIDDEN,
            "role",
            "This needs the role %s; you have %s."
                .formatted(endpoint.least().get().word(), principal.role().word()))
        .advising("An admin can give you the right.");
  }

  /** Whether who began to read a stream may still do so: streams outlast sessions and roles. */
  private boolean isStillWelcome(Endpoint endpoint, Call call, Context context) {
    if (endpoint.least().isEmpty()) return true;
    return bearer(context)
        .or(() -> Optional.ofNullable(context.cookie(COOKIE)))
        .flatMap(callers::again)
        .filter(now -> now.role().atLeast(endpoint.least().get()))
        .filter(now -> now.organisation().equals(call.principal().organisation()))
        .isPresent();
  }

  private static Fault nothingHere(Context context) {
    return Fault.notFound("no-such-address", "There is nothing at " + context.path() + ".");
  }

  private static boolean onLoopbackPort(Context context) {
    return !context.req().isSecure()
        && "metrics".equals(context.req().getAttribute(LoopbackMark.ATTRIBUTE));
  }

  private static String target(Context context) {
    String query = context.queryString();
    return context.path() + (query == null ? "" : "?" + query);
  }
}

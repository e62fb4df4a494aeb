package io.innkeeper.usage.webhook;

import io.innkeeper.caller.Actor;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.http.Routes;
import io.innkeeper.money.Usd;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.organisation.Organisations;
import io.innkeeper.usage.Amounts;
import io.innkeeper.usage.ReportedCall;
import io.innkeeper.usage.ReportedCalls;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;

/**
 * Takes reports of usage: {@code POST /api/v1/usage-tracking/webhook/openrouter-usage}. Who they
 * come from is proved by their signature alone.
 */
public final class WebhookResource {
  public static final String PLACE = "/api/v1/usage-tracking/webhook/openrouter-usage";
  public static final String ORGANISATION = "X-Innkeeper-Organisation";
  public static final String TIMESTAMP = "X-Innkeeper-Timestamp";
  public static final String SIGNATURE = "X-Innkeeper-Signature";

  private final WebhookSecrets secrets;
  private final Organisations organisations;
  private final ReportedCalls calls;
  private final Clock clock;

  public WebhookResource(
      WebhookSecrets secrets, Organisations organisations, ReportedCalls calls, Clock clock) {
    this.secrets = secrets;
    this.organisations = organisations;
    this.calls = calls;
    this.clock = clock;
  }

  public void hang(Routes routes) {
    routes.openApi(
        "POST",
        PLACE,
        "Enters a call that another program made, once; the request must be signed.",
        UsageReport.class,
        UsageReported.class,
        this::report);
  }

  private UsageReported report(Call call) {
    WebhookSecret proved = proved(call);
    UsageReport report = call.body(UsageReport.class);
    if (report.apiKey() != null) {
      throw Fault.invalidField(
              "api_key", "key-in-body", "A key does not belong into the body; nothing was read.")
          .advising("Leave “api_key” out: the signature proves who reports. Rotate that key.");
    }
    return switch (calls.enter(reported(proved, report), actor(proved, call))) {
      case ReportedCalls.Entered entered -> UsageReported.RECORDED;
      case ReportedCalls.Known known -> UsageReported.DUPLICATE;
    };
  }

  /** The secret that the request was signed with. Whatever is wrong with it sounds the same. */
  private WebhookSecret proved(Call call) {
    String name = call.header(ORGANISATION).orElse("").strip();
    String signature = call.header(SIGNATURE).orElse("").strip();
    long at = timestamp(call);
    byte[] body = call.bytes();
    return organisation(name).map(Organisation::id).map(secrets::opened).stream()
        .flatMap(java.util.List::stream)
        .filter(one -> WebhookSignature.matches(one.value(), at, body, signature))
        .map(WebhookSecrets.Opened::secret)
        .findFirst()
        .orElseThrow(WebhookResource::unproved);
  }

  private long timestamp(Call call) {
    long at = seconds(call.header(TIMESTAMP).orElse("").strip());
    if (WebhookSignature.inTime(at, clock.instant())) return at;
    throw Fault.of(
            Fault.Kind.UNAUTHENTICATED,
            "signature-stale",
            "The report's time lies more than five minutes from this server's.")
        .advising("Sign it anew with the present time; see that both clocks are right.");
  }

  private static long seconds(String text) {
    if (text.matches("\\d{1,12}")) return Long.parseLong(text);
    throw unproved();
  }

  private Optional<Organisation> organisation(String name) {
    try {
      return name.isEmpty() ? Optional.empty() : Optional.of(organisations.named(name));
    } catch (Fault unknown) {
      return Optional.empty();
    }
  }

  private static Fault unproved() {
    return Fault.of(
            Fault.Kind.UNAUTHENTICATED,
            "signature",
            "The report's signature does not prove who sent it.")
        .advising(
            "Send %s, %s in Unix seconds and %s, made over time, dot and body with the organisation's secret."
                .formatted(ORGANISATION, TIMESTAMP, SIGNATURE));
  }

  private static ReportedCall reported(WebhookSecret proved, UsageReport report) {
    if (report.cost() == null)
      throw Fault.invalidField("cost", "amount-missing", "Say what it cost, in USD.");
    Usd cost = Amounts.exact("cost", report.cost());
    Optional<String> user =
        Optional.ofNullable(report.externalUser()).or(() -> Optional.ofNullable(report.userId()));
    return new ReportedCall(
        proved.organisation(),
        proved.id(),
        report.requestId() == null ? "" : report.requestId().strip(),
        report.model() == null ? "" : report.model().strip(),
        report.tokensUsed() == null ? 0 : report.tokensUsed(),
        cost,
        report.cost().toPlainString(),
        time(report.timestamp() == null ? "" : report.timestamp().strip()),
        user.map(String::strip).filter(id -> !id.isEmpty()));
  }

  private static Instant time(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw Fault.invalidField(
          "timestamp",
          "time",
          "“timestamp” must be a time with its zone, such as 2026-11-25T12:00:00Z.");
    }
  }

  private static Actor actor(WebhookSecret proved, Call call) {
    return new Actor(
        Actor.Kind.TOKEN,
        Optional.of(proved.id()),
        "webhook " + proved.hint(),
        call.address(),
        call.requestId());
  }
}

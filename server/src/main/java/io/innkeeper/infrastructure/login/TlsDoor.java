package io.innkeeper.infrastructure.login;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.innkeeper.fault.Fault;
import io.innkeeper.infrastructure.LoginOutcome;
import io.innkeeper.infrastructure.vcf.OneSignIn;
import io.innkeeper.infrastructure.vcf.OneSignIn.Answered;
import io.innkeeper.infrastructure.vcf.Vcf;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

/** The APIs of vCenter, NSX Manager and SDDC Manager, over TLS. */
final class TlsDoor implements Door {
  private final Vcf vcf;
  private final Way way;
  private final Patience patience;

  TlsDoor(Vcf vcf, Way way, Patience patience) {
    this.vcf = vcf;
    this.way = way;
    this.patience = patience;
  }

  @Override
  public Found knock(Visit visit) throws InterruptedException {
    try (OneSignIn there =
        vcf.reach(visit.at(), visit.trust(), visit.addresses(), patience.reaching())) {
      visit.sending().now(Optional.empty());
      Optional<Answered> answer = asked(there, visit);
      if (answer.isEmpty())
        return Found.of(
            LoginOutcome.UNKNOWN,
            "The password was sent, and " + visit.at().shown() + " did not answer it.");
      Found found = found(visit, answer.get());
      if (found.outcome() == LoginOutcome.SIGNS_IN) leave(there, answer.get());
      return found;
    } catch (Fault e) {
      if (!e.code().startsWith("vcf-")) throw e;
      return Found.of(LoginOutcome.NOT_REACHABLE, e.said());
    }
  }

  private Optional<Answered> asked(OneSignIn there, Visit visit) throws InterruptedException {
    return switch (way) {
      case VCENTER ->
          there.ask("POST", "/api/session", basic(visit), Optional.empty(), patience.answering());
      case NSX ->
          there.ask(
              "GET", "/api/v1/node/version", basic(visit), Optional.empty(), patience.answering());
      case SDDC ->
          there.ask(
              "POST",
              "/v1/tokens",
              json(),
              Optional.of(userAndPassword(visit)),
              patience.answering());
      case SSH -> throw new IllegalStateException("SSH has a door of its own");
    };
  }

  private Found found(Visit visit, Answered answer) {
    String host = visit.at().shown();
    if (answer.good())
      return signedIn(answer)
          ? Found.of(LoginOutcome.SIGNS_IN, "")
          : Found.of(
              LoginOutcome.UNKNOWN, host + " answered something that is not the product's API.");
    return switch (answer.status()) {
      case 400, 401, 403 -> Found.of(LoginOutcome.REFUSED, host + " does not take it.");
      case 404 ->
          Found.of(LoginOutcome.NOT_REACHABLE, host + " has no such API, so nothing looked at it.");
      default ->
          Found.of(
              LoginOutcome.UNKNOWN,
              "The password was sent, and %s answered %d.".formatted(host, answer.status()));
    };
  }

  private boolean signedIn(Answered answer) {
    return switch (way) {
      case VCENTER -> !session(answer).isEmpty();
      case SDDC -> !answer.body().path("accessToken").asText("").isEmpty();
      case NSX -> answer.body().isObject();
      case SSH -> false;
    };
  }

  private static String session(Answered answer) {
    return answer.body().isTextual() ? answer.body().asText() : "";
  }

  /** Ends what was begun; where that fails it ends by itself. */
  private void leave(OneSignIn there, Answered answer) throws InterruptedException {
    Optional<Answered> _ =
        switch (way) {
          case VCENTER ->
              there.ask(
                  "DELETE",
                  "/api/session",
                  Map.of("vmware-api-session-id", session(answer)),
                  Optional.empty(),
                  patience.leaving());
          case SDDC ->
              there.ask(
                  "DELETE",
                  "/v1/tokens/refresh-token",
                  json(),
                  Optional.of(answer.body().path("refreshToken").path("id").toString()),
                  patience.leaving());
          case NSX, SSH -> Optional.empty();
        };
  }

  private static Map<String, String> basic(Visit visit) {
    String both = visit.username() + ":" + visit.password().unwrap();
    return Map.of(
        "Accept",
        "application/json",
        "Authorization",
        "Basic " + Base64.getEncoder().encodeToString(both.getBytes(UTF_8)));
  }

  private static Map<String, String> json() {
    return Map.of("Accept", "application/json", "Content-Type", "application/json");
  }

  private static String userAndPassword(Visit visit) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("username", visit.username())
        .put("password", visit.password().unwrap())
        .toString();
  }
}

package io.innkeeper.infrastructure.vcf;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import io.innkeeper.fault.Fault;
import io.innkeeper.infrastructure.Account;
import java.net.URLEncoder;
import java.util.Optional;

/** Reads single credentials of an SDDC Manager. */
public final class CredentialReader {
  private static final String TRIED = "read the credential";

  private CredentialReader() {}

  /** One account as it is told now, by its id or else its name; empty when it is told no more. */
  public static Optional<Told> read(Session session, Account account) throws InterruptedException {
    if (!account.apiId().isBlank()) {
      try {
        return Optional.of(
            CredentialJson.read(session.get(TRIED, "/v1/credentials/" + encoded(account.apiId()))));
      } catch (Fault e) {
        if (!e.code().equals("vcf-no-such-address")) throw e;
      }
    }
    String where =
        "/v1/credentials?resourceName=%s&resourceType=%s"
            .formatted(encoded(account.resourceName()), encoded(account.resourceType()));
    for (JsonNode element : session.get(TRIED, where).path("elements")) {
      Told told = CredentialJson.read(element);
      if (told.account().naturalKey().equals(account.naturalKey())) return Optional.of(told);
    }
    return Optional.empty();
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, UTF_8).replace("+", "%20");
  }
}

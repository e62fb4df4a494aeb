package io.innkeeper.openwebui;

import io.innkeeper.secret.Secret;
import java.net.URI;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What makes one workspace's app its own. From these, and from nothing else, come its environment
 * and its configuration.
 *
 * @param displayName shown in the app, which adds “(Open WebUI)” to it
 * @param publicUrl where people open it: {@code http://127.0.0.1:8081} or {@code https://…}
 * @param gatewayBaseUrl where the app sends model calls, ending in {@code /v1}
 * @param virtualKey what the app shows the gateway; says whose call it is
 * @param secretKey signs sessions and seals what the app stores; the same for the workspace's life
 * @param identitySecret signs the header that tells the gateway which person asks
 * @param uploadLimitMegabytes see {@link UploadLimit}
 * @param extra the operator's own variables, checked by {@link ExtraVariables}
 */
public record AppInputs(
    String displayName,
    URI publicUrl,
    URI gatewayBaseUrl,
    Secret virtualKey,
    Secret secretKey,
    Secret identitySecret,
    ServiceAccount serviceAccount,
    int uploadLimitMegabytes,
    Map<String, String> extra) {

  public AppInputs {
    publicUrl = web(publicUrl, "public URL");
    gatewayBaseUrl = web(gatewayBaseUrl, "gateway URL");
    filled(virtualKey, "virtual key");
    filled(secretKey, "secret key");
    filled(identitySecret, "identity secret");
    if (uploadLimitMegabytes < 1) {
      throw new IllegalArgumentException("upload limit under 1 MB");
    }
    extra = Collections.unmodifiableMap(new LinkedHashMap<>(extra));
  }

  /** Whether people reach it over TLS, so that cookies may be marked secure. */
  public boolean secure() {
    return publicUrl.getScheme().equals("https");
  }

  private static URI web(URI url, String what) {
    String scheme = url.getScheme() == null ? "" : url.getScheme().toLowerCase(Locale.ROOT);
    if (!(scheme.equals("http") || scheme.equals("https")) || url.getHost() == null) {
      throw new IllegalArgumentException(what + " is not a web address: " + url);
    }
    // The app strips a final slash from some of its URLs only, so none ever has one.
    return URI.create(url.toString().replaceFirst("/+$", ""));
  }

  private static void filled(Secret secret, String what) {
    if (secret.unwrap().isBlank()) {
      throw new IllegalArgumentException(what + " is empty");
    }
  }
}

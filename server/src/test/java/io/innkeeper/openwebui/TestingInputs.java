package io.innkeeper.openwebui;

import io.innkeeper.secret.Secret;
import java.net.URI;
import java.util.Map;

/** A workspace's inputs with one thing changed at a time. */
record TestingInputs(String publicUrl, Map<String, String> extra) {
  static final ServiceAccount ACCOUNT =
      new ServiceAccount("innkeeper@acme.invalid", Secret.of("service-Password-1"), "Innkeeper");

  static AppInputs plain() {
    return new TestingInputs("http://127.0.0.1:18081", Map.of()).inputs();
  }

  static AppInputs at(String url) {
    return new TestingInputs(url, Map.of()).inputs();
  }

  static AppInputs with(Map<String, String> extra) {
    return new TestingInputs("http://127.0.0.1:18081", extra).inputs();
  }

  AppInputs inputs() {
    return new AppInputs(
        "Acme Łódź",
        URI.create(publicUrl),
        URI.create("http://10.213.0.1:4100/v1/"),
        Secret.of("virtual-key"),
        Secret.of("secret-key"),
        Secret.of("identity-secret"),
        ACCOUNT,
        8,
        extra);
  }
}

package io.innkeeper.simulators.banks;

import static java.nio.charset.StandardCharsets.UTF_8;

/** An answer as it goes out. */
record BankAnswer(int status, String type, byte[] body) {
  static BankAnswer json(String body) {
    return new BankAnswer(200, "application/json; charset=utf-8", body.getBytes(UTF_8));
  }

  static BankAnswer xml(String body) {
    return new BankAnswer(200, "text/xml", body.getBytes(UTF_8));
  }

  /** NBP refuses in plain text, whatever form was asked for. */
  static BankAnswer text(int status, String body) {
    return new BankAnswer(status, "text/plain; charset=utf-8", body.getBytes(UTF_8));
  }

  static BankAnswer html(int status) {
    return new BankAnswer(
        status,
        "text/html",
        "<html><head><title>Przerwa techniczna</title></head></html>".getBytes(UTF_8));
  }
}

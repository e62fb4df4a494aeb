package io.innkeeper.http;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** Serves the OpenAPI document, which a test keeps true to the routes. */
public final class OpenApiResource {
  static final String PLACE = "/api/v1/openapi.json";
  private static final String RESOURCE = "/openapi.json";

  private final byte[] document = read();

  /** Hangs its one route. */
  public void hang(Routes routes) {
    routes.openApi(
        "GET",
        PLACE,
        "This document.",
        Void.class,
        JsonNode.class,
        call -> Reply.ok(document).with("Cache-Control", "no-cache"));
  }

  private static byte[] read() {
    try (InputStream in = OpenApiResource.class.getResourceAsStream(RESOURCE)) {
      if (in == null) throw new IllegalStateException("the program lacks " + RESOURCE);
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}

package io.innkeeper.http;

import io.innkeeper.caller.Role;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where each room hangs its doors. Filled once while the server is put together. */
public final class Routes {
  private final List<Endpoint> endpoints = new ArrayList<>();

  /** An API route without a request body. */
  public void api(
      String method, String path, Role least, String says, Type answer, Endpoint.Handler handler) {
    api(method, path, least, says, Void.class, answer, handler);
  }

  /** An API route; the handler reads the body with {@link Call#body}. */
  public void api(
      String method,
      String path,
      Role least,
      String says,
      Type body,
      Type answer,
      Endpoint.Handler handler) {
    add(
        new Endpoint(
            method, path, Optional.of(least), Endpoint.Kind.API, says, body, answer, handler));
  }

  /** An API route that needs no sign-in. */
  public void openApi(
      String method, String path, String says, Type body, Type answer, Endpoint.Handler handler) {
    add(
        new Endpoint(
            method, path, Optional.empty(), Endpoint.Kind.API, says, body, answer, handler));
  }

  /** A console page or action. */
  public void page(String method, String path, Role least, Endpoint.Handler handler) {
    add(page(method, path, Optional.of(least), handler));
  }

  /** A console page or action that needs no sign-in. */
  public void openPage(String method, String path, Endpoint.Handler handler) {
    add(page(method, path, Optional.empty(), handler));
  }

  /** Health and metrics: served on the loopback port only. */
  public void loopback(String path, Endpoint.Handler handler) {
    add(
        new Endpoint(
            "GET",
            path,
            Optional.empty(),
            Endpoint.Kind.LOOPBACK,
            "",
            Void.class,
            Void.class,
            handler));
  }

  /** All routes in the order they were hung. */
  public List<Endpoint> all() {
    return List.copyOf(endpoints);
  }

  private void add(Endpoint endpoint) {
    endpoints.add(endpoint);
  }

  private static Endpoint page(
      String method, String path, Optional<Role> least, Endpoint.Handler handler) {
    return new Endpoint(
        method, path, least, Endpoint.Kind.PAGE, "", Void.class, Void.class, handler);
  }
}

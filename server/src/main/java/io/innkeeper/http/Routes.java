package io.innkeeper.http;

import io.innkeeper.caller.Role;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Where each room hangs its doors. Filled once while the server is put together. */
public final class Routes {
  private final List<Endpoint> endpoints = new ArrayList<>();

  /** An API route just hung, to say more about for the OpenAPI document. */
  public final class Hung {
    private final int place = endpoints.size() - 1;

    /** It understands a parameter behind the question mark. */
    public Hung query(String name, String says) {
      return terms(terms().with(new Endpoint.Query(name, says)));
    }

    /** It demands {@code If-Match}. */
    public Hung versioned() {
      Endpoint.Terms now = terms();
      return terms(new Endpoint.Terms(now.queries(), true, now.plan(), now.contentType()));
    }

    /** It understands {@code ?dry-run=true} and then answers this. */
    public Hung dryRun(Type plan) {
      Endpoint.Terms now = terms();
      return terms(
          new Endpoint.Terms(now.queries(), now.versioned(), Optional.of(plan), now.contentType()));
    }

    /** It answers piece by piece, or in another form than JSON. */
    public Hung answering(String contentType) {
      Endpoint.Terms now = terms();
      return terms(new Endpoint.Terms(now.queries(), now.versioned(), now.plan(), contentType));
    }

    private Endpoint.Terms terms() {
      return endpoints.get(place).terms();
    }

    private Hung terms(Endpoint.Terms terms) {
      endpoints.set(place, endpoints.get(place).with(terms));
      return this;
    }
  }

  /** An API route without a request body. */
  public Hung api(
      String method, String path, Role least, String says, Type answer, Endpoint.Handler handler) {
    return api(method, path, least, says, Void.class, answer, handler);
  }

  /** An API route; the handler reads the body with {@link Call#body}. */
  public Hung api(
      String method,
      String path,
      Role least,
      String says,
      Type body,
      Type answer,
      Endpoint.Handler handler) {
    return add(method, path, Optional.of(least), Endpoint.Kind.API, says, body, answer, handler);
  }

  /** An API route that needs no sign-in. */
  public Hung openApi(
      String method, String path, String says, Type body, Type answer, Endpoint.Handler handler) {
    return add(method, path, Optional.empty(), Endpoint.Kind.API, says, body, answer, handler);
  }

  /** A console page or action. */
  public void page(String method, String path, Role least, Endpoint.Handler handler) {
    page(method, path, Optional.of(least), handler);
  }

  /**
   * What a form would be as commands. What it holds by now comes as a body: an address is kept in
   * histories and logs, and somebody may have typed a secret.
   */
  public void drawer(String path, Role least, Endpoint.Handler handler) {
    page("GET", path, least, handler);
    page("POST", path, least, handler);
  }

  /** A console page or action that needs no sign-in. */
  public void openPage(String method, String path, Endpoint.Handler handler) {
    page(method, path, Optional.empty(), handler);
  }

  /** Files that pages need, the same for everybody. */
  public void file(String path, Endpoint.Handler handler) {
    add("GET", path, Optional.empty(), Endpoint.Kind.FILE, "", Void.class, Void.class, handler);
  }

  /** Health and metrics: served on the loopback port only. */
  public void loopback(String path, Endpoint.Handler handler) {
    add("GET", path, Optional.empty(), Endpoint.Kind.LOOPBACK, "", Void.class, Void.class, handler);
  }

  /** All routes in the order they were hung. */
  public List<Endpoint> all() {
    return List.copyOf(endpoints);
  }

  private void page(String method, String path, Optional<Role> least, Endpoint.Handler handler) {
    add(method, path, least, Endpoint.Kind.PAGE, "", Void.class, Void.class, handler);
  }

  private Hung add(
      String method,
      String path,
      Optional<Role> least,
      Endpoint.Kind kind,
      String says,
      Type body,
      Type answer,
      Endpoint.Handler handler) {
    endpoints.add(
        new Endpoint(method, path, least, kind, says, body, answer, Endpoint.Terms.USUAL, handler));
    return new Hung();
  }
}

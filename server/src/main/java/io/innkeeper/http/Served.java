package io.innkeeper.http;

/** Hears of every request once it has been answered. */
public interface Served {
  /**
   * Be brief: the caller waits.
   *
   * @param method of the route, or {@code any} where no route matched
   * @param route its template, for example {@code /api/v1/tenants/{tenant}}, or {@code none}
   * @param nanos from arrival to the answer
   */
  void served(String method, String route, int status, long nanos);
}

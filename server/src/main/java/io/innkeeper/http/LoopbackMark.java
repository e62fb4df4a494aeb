package io.innkeeper.http;

import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.Request;

/** Marks requests that came in by the loopback connector; a path or header can't imitate it. */
final class LoopbackMark implements HttpConfiguration.Customizer {
  static final String ATTRIBUTE = LoopbackMark.class.getName();

  @Override
  public Request customize(Request request, HttpFields.Mutable responseHeaders) {
    request.setAttribute(ATTRIBUTE, "metrics");
    return request;
  }
}

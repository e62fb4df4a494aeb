package io.innkeeper.ingress.nginx;

import io.innkeeper.ingress.nginx.FrontPlan.Http2;
import io.innkeeper.ingress.nginx.Site.Named;
import java.util.stream.Collectors;

/** One tenant's file. */
final class SiteText {
  /** Methods of browsers and programs; those of WebDAV are not among them. */
  private static final String METHODS = "^(GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS)$";

  private final FrontPlan plan;
  private final Site site;
  private final boolean ours;

  /**
   * @param ours whether it stands in a tree of ours, with its log and its limits
   */
  SiteText(FrontPlan plan, Site site, boolean ours) {
    this.plan = plan;
    this.site = site;
    this.ours = ours;
  }

  static String certificate(Named each) {
    return "certificates/" + each.name() + ".crt";
  }

  static String key(Named each) {
    return "certificates/" + each.name() + ".key";
  }

  String text() {
    if (plan.handling().plain()) return upstream() + plainAliases() + plainPrimary();
    return upstream()
        + onHttp()
        + site.aliases().stream().map(this::alias).collect(Collectors.joining())
        + primary();
  }

  private String upstream() {
    // The app closes idle connections after five seconds: we stop using them earlier.
    return site.port()
        .map(
            port ->
                """
                upstream %s {
                  server 127.0.0.1:%d;
                  keepalive 16;
                  keepalive_timeout 3s;
                }
                """
                    .formatted(upstreamName(), port))
        .orElse("");
  }

  private String upstreamName() {
    return "tenant_" + site.slug();
  }

  private String onHttp() {
    String names =
        site.names().stream().map(each -> each.name().value()).collect(Collectors.joining(" "));
    return """
        server {
        %s  server_name %s;
        %s  location / { return 308 https://%s%s$request_uri; }
        }
        """
        .formatted(
            listen(plan, false, ""),
            names,
            challenge(plan),
            site.primary().name(),
            plan.listening().httpsSuffix());
  }

  private String alias(Named alias) {
    return """
        server {
        %s  return 308 https://%s%s$request_uri;
        }
        """
        .formatted(secured(alias), site.primary().name(), plan.listening().httpsSuffix());
  }

  private String primary() {
    return "server {\n" + secured(site.primary()) + "\n" + served().indent(2) + "}\n";
  }

  private String plainAliases() {
    if (site.aliases().isEmpty()) return "";
    String names =
        site.aliases().stream().map(each -> each.name().value()).collect(Collectors.joining(" "));
    int port = plan.listening().http();
    boolean usual = port == 80 || plan.handling().scheme().isPresent();
    return "server {\n%s  server_name %s;\n  return 308 %s://%s%s$request_uri;\n}\n"
        .formatted(
            listen(plan, false, ""),
            names,
            plan.handling().scheme().orElse("http"),
            site.primary().name(),
            usual ? "" : ":" + port);
  }

  private String plainPrimary() {
    return "server {\n%s  server_name %s;\n%s%s}\n"
        .formatted(
            listen(plan, false, ""), site.primary().name(), challenge(plan), served().indent(2));
  }

  /** Name, certificate, and that a connection made for one name isn't used for another. */
  private String secured(Named each) {
    return """
        %s  server_name %s;
          ssl_certificate %s;
          ssl_certificate_key %s;
          if ($ssl_server_name != $host) { return 421; }
        """
        .formatted(listen(plan, true, ""), each.name(), certificate(each), key(each));
  }

  private String served() {
    return log() + headers() + (site.port().isPresent() ? app() : away());
  }

  private String log() {
    if (!ours) return "";
    return "access_log %s/logs/sites/%s.log innkeeper;\n".formatted(plan.root(), site.slug());
  }

  private String headers() {
    boolean strict = site.primary().trusted() && !plan.handling().plain();
    return (strict ? "add_header Strict-Transport-Security \"max-age=31536000\" always;\n" : "")
        + """
        add_header X-Content-Type-Options nosniff always;
        add_header X-Frame-Options SAMEORIGIN always;
        add_header Referrer-Policy strict-origin-when-cross-origin always;
        """;
  }

  private String app() {
    return """
        client_max_body_size %dm;
        client_body_timeout 5m;
        if ($request_method !~ %s) { return 405; }
        error_page 502 504 =503 @away;
        location / {
        %s  proxy_pass http://%s;
          proxy_http_version 1.1;
          proxy_set_header Host $http_host;
          proxy_set_header Upgrade $innkeeper_upgrade;
          proxy_set_header Connection $innkeeper_connection;
          proxy_set_header X-Forwarded-Proto %s;
          proxy_set_header X-Forwarded-Host $http_host;
          proxy_set_header X-Forwarded-For $remote_addr;
          proxy_set_header X-Real-IP $remote_addr;
          proxy_buffering off;
          proxy_request_buffering off;
          proxy_connect_timeout 10s;
          proxy_read_timeout 1h;
          proxy_send_timeout 1h;
        }
        location @away {
          internal;
        %s}
        """
        .formatted(
            plan.handling().uploadMegabytes(),
            METHODS,
            limited(),
            upstreamName(),
            ours ? "$innkeeper_scheme" : "$scheme",
            page().indent(2));
  }

  private String limited() {
    int rate = plan.handling().requestsPerSecond();
    if (rate == 0 || !ours) return "";
    // The first page of the app alone loads some hundred files.
    return "  limit_req zone=address burst=%d nodelay;\n".formatted(rate * 10);
  }

  private String away() {
    return "location / {\n" + page().indent(2) + "}\n";
  }

  private String page() {
    return """
        default_type text/html;
        charset utf-8;
        %sadd_header Retry-After 30 always;
        add_header Cache-Control no-store always;
        return 503 %s;
        """
        // Headers of its own would take the place of those around it.
        .formatted(headers(), site.away().quoted());
  }

  static String listen(FrontPlan plan, boolean secured, String more) {
    FrontPlan.Listening listening = plan.listening();
    int port = secured ? listening.https() : listening.http();
    boolean beside = listening.http2() == Http2.BESIDE_THE_PORT;
    String kind = secured ? beside ? " ssl http2" : " ssl" : "";
    String lines =
        listening.addresses().stream()
            .map(address -> "  listen " + address + ":" + port + kind + more + ";\n")
            .collect(Collectors.joining());
    return secured && !beside ? lines + "  http2 on;\n" : lines;
  }

  /**
   * Proves a name to the authority: the answer to any question of its is known from the account.
   */
  static String challenge(FrontPlan plan) {
    return plan.thumbprint()
        .map(
            thumbprint ->
                """
                  location ~ "^/\\.well-known/acme-challenge/([A-Za-z0-9_-]+)$" {
                    default_type text/plain;
                    return 200 "$1.%s";
                  }
                """
                    .formatted(thumbprint))
        .orElse("");
  }
}

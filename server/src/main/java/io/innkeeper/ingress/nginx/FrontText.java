package io.innkeeper.ingress.nginx;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The one renderer: from the plan to the files. Pure: the same plan gives the same files. */
public final class FrontText {
  private static final String WARNING =
      "# Innkeeper writes this file. What is changed here by hand is lost at its next change.\n";

  private FrontText() {}

  public static Tree of(FrontPlan plan) {
    Map<String, String> files = new TreeMap<>();
    files.put(Tree.MAIN, main(plan));
    files.put("fallback.crt", plan.fallback().certificate());
    files.put("fallback.key", plan.fallback().key());
    for (Site site : plan.sites()) {
      files.put("sites/" + site.slug() + ".conf", WARNING + new SiteText(plan, site, true).text());
      if (plan.handling().plain()) continue;
      for (Site.Named each : site.names()) {
        files.put(SiteText.certificate(each), each.certificate());
        files.put(SiteText.key(each), each.key());
      }
    }
    return new Tree(files);
  }

  /** A site as a proxy of somebody's own takes it, with what it needs beside it as a remark. */
  public static String toCopy(FrontPlan plan, Site site) {
    return """
        # To copy into a proxy of your own; Innkeeper doesn't read it again.
        # Once, in the http block:
        #   map $http_upgrade $innkeeper_upgrade { default ""; ~*^websocket$ websocket; }
        #   map $http_upgrade $innkeeper_connection { default ""; ~*^websocket$ upgrade; }
        # The two ssl_certificate lines name your proxy's own certificate and key: put them there, below
        # the folder of nginx.conf, or change the lines. Innkeeper gives out no keys.
        """
        + new SiteText(plan, site, false).text();
  }

  private static String main(FrontPlan plan) {
    return WARNING
        + process(plan)
        + "\nhttp {\n"
        + (general(plan) + strangers(plan) + self(plan) + "include sites/*.conf;\n").indent(2)
        + "}\n";
  }

  private static String process(FrontPlan plan) {
    return plan.listening().user().map(user -> "user " + user + ";\n").orElse("")
        + """
        worker_processes auto;
        worker_rlimit_nofile 65536;
        # A long answer has four hours to end after a reload; browsers open their websockets again.
        worker_shutdown_timeout 4h;
        pid %1$s/nginx.pid;
        error_log %1$s/logs/error.log warn;
        events { worker_connections 8192; }
        """
            .formatted(plan.root());
  }

  private static String general(FrontPlan plan) {
    return """
        server_tokens off;
        default_type application/octet-stream;
        server_names_hash_bucket_size 256;
        server_names_hash_max_size 8192;
        proxy_headers_hash_max_size 1024;
        tcp_nopush on;
        keepalive_timeout 75s;
        ssl_protocols TLSv1.2 TLSv1.3;
        ssl_ciphers ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256:ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-RSA-AES256-GCM-SHA384:ECDHE-ECDSA-CHACHA20-POLY1305:ECDHE-RSA-CHACHA20-POLY1305;
        ssl_prefer_server_ciphers off;
        ssl_session_cache shared:innkeeper:20m;
        ssl_session_timeout 1d;
        ssl_session_tickets off;
        client_body_temp_path %1$s/temp/body;
        proxy_temp_path %1$s/temp/proxy;
        fastcgi_temp_path %1$s/temp/fastcgi;
        uwsgi_temp_path %1$s/temp/uwsgi;
        scgi_temp_path %1$s/temp/scgi;
        # Without what stands behind the question mark: sign-in codes and the like are secrets.
        log_format innkeeper '$time_iso8601 $remote_addr $host $request_method $uri $status $body_bytes_sent $request_time $upstream_response_time "$http_user_agent"';
        access_log off;
        # Only websockets are upgraded. An offer of h2c passed on would make the app lose bodies.
        map $http_upgrade $innkeeper_upgrade { default ""; ~*^websocket$ websocket; }
        map $http_upgrade $innkeeper_connection { default ""; ~*^websocket$ upgrade; }
        %2$s%3$s%4$s"""
        .formatted(plan.root(), limit(plan), proxies(plan), scheme(plan));
  }

  private static String limit(FrontPlan plan) {
    int rate = plan.handling().requestsPerSecond();
    if (rate == 0) return "";
    return "limit_req_zone $binary_remote_addr$server_name zone=address:20m rate="
        + rate
        + "r/s;\nlimit_req_status 429;\nlimit_req_log_level info;\n";
  }

  private static String proxies(FrontPlan plan) {
    if (plan.handling().trustedProxies().isEmpty()) return "";
    return plan.handling().trustedProxies().stream()
            .map(each -> "set_real_ip_from " + each + ";\n")
            .collect(Collectors.joining())
        + "real_ip_header X-Forwarded-For;\nreal_ip_recursive on;\n";
  }

  /** How people came, as those in front of nginx say who are believed; else as they came to it. */
  private static String scheme(FrontPlan plan) {
    String usual = plan.handling().scheme().orElse("$scheme");
    List<String> believed = plan.handling().trustedProxies();
    if (believed.isEmpty()) return "map $scheme $innkeeper_scheme { default " + usual + "; }\n";
    return """
        geo $realip_remote_addr $innkeeper_believed { default 0; %s }
        map "$innkeeper_believed:$http_x_forwarded_proto" $innkeeper_scheme {
          default %s;
          "1:https" https;
          "1:http" http;
        }
        """
        .formatted(
            believed.stream().map(each -> each + " 1;").collect(Collectors.joining(" ")), usual);
  }

  /** Whoever asks for a name that nobody has learns nothing, not even that we are here. */
  private static String strangers(FrontPlan plan) {
    String http =
        """
        server {
        %s  server_name _;
        %s  location / { return 444; }
        }
        """
            .formatted(SiteText.listen(plan, false, " default_server"), SiteText.challenge(plan));
    if (plan.handling().plain()) return http;
    return http
        + """
        server {
        %s  server_name _;
          ssl_certificate fallback.crt;
          ssl_certificate_key fallback.key;
          return 444;
        }
        """
            .formatted(SiteText.listen(plan, true, " default_server"));
  }

  /** Which tree the workers serve, told to this machine's Innkeeper alone. */
  private static String self(FrontPlan plan) {
    return """
        server {
          listen unix:%s/front.sock;
          location / { default_type text/plain; return 200 "%s"; }
        }
        """
        .formatted(plan.root(), Tree.HASH_HERE);
  }
}

package io.innkeeper.former;

import static io.innkeeper.caller.Role.ADMIN;
import static io.innkeeper.caller.Role.VIEWER;

import io.innkeeper.caller.Role;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Routes;
import java.util.List;

/**
 * A path that does nothing any more but say which call does.
 *
 * @param why it is not answered here
 * @param instead what to call now
 */
record Moved(String method, String path, Role least, String why, String instead) {
  private static final String ENVIRONMENT = "/api/environments/{environment}";
  private static final String NEW = "/api/v1/environments";

  static final List<Moved> ALL =
      List.of(
          new Moved(
              "POST",
              "/api/environments",
              VIEWER,
              "An environment is made with its certificate's trust, which this call doesn't tell.",
              "POST " + NEW),
          new Moved(
              "POST",
              "/api/environments/import",
              VIEWER,
              "A file is taken as JSON with its passwords beside it.",
              "POST " + NEW + "/import, which reads the same files"),
          new Moved(
              "PUT",
              ENVIRONMENT,
              VIEWER,
              "A change names the version it is based on, and brings the password along where it"
                  + " would be sent elsewhere.",
              "PATCH " + NEW + "/{environment}"),
          new Moved(
              "DELETE",
              ENVIRONMENT,
              VIEWER,
              "Removing keeps the credentials and their history; erasing is a call of its own.",
              "DELETE " + NEW + "/{environment}"),
          new Moved(
              "GET",
              "/api/credentials/{credential}/history",
              VIEWER,
              "Passwords are told one at a time, by POST, to who has the right.",
              "POST /api/v1/credentials/{credential}/reveal for a password, or GET"
                  + " /api/v1/credentials/{credential}/history for when each held"),
          new Moved(
              "GET",
              ENVIRONMENT + "/export/csv",
              VIEWER,
              "Passwords leave by POST, to who has the right, with a reason.",
              "POST " + NEW + "/{environment}/credentials/export with the format csv"),
          new Moved(
              "GET",
              ENVIRONMENT + "/export/excel",
              VIEWER,
              "Passwords leave by POST, to who has the right, with a reason.",
              "POST " + NEW + "/{environment}/credentials/export with the format xlsx"),
          new Moved(
              "GET",
              ENVIRONMENT + "/export/config",
              ADMIN,
              "A configuration is exported without its passwords.",
              "GET " + NEW + "/{environment}/file"),
          new Moved(
              "POST",
              "/api/test-credentials",
              VIEWER,
              "What is tried is one source, with the trust it will have.",
              "POST " + NEW + "/test"),
          new Moved(
              "POST",
              "/api/scheduler/reschedule",
              ADMIN,
              "Schedules are stored and outlive restarts, so there is nothing to put right.",
              "PATCH " + NEW + "/{environment} to change one"),
          new Moved(
              "POST",
              "/api/ssl/generate",
              ADMIN,
              "A self-made certificate is made and renewed by itself.",
              "your own files in tls/ of the home to have another"),
          new Moved(
              "GET",
              "/api/logs/export",
              ADMIN,
              "The log is one text, not an archive.",
              "GET /api/v1/server/log/file"));

  void hang(Routes routes) {
    routes.api(
        method,
        path,
        least,
        "Only says what to use instead: " + instead + ".",
        Void.class,
        call -> {
          throw Fault.of(Fault.Kind.GONE, "moved", why + " Nothing was done.")
              .advising("Use " + instead + ".");
        });
  }
}

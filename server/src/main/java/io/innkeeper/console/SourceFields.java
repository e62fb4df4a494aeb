package io.innkeeper.console;

import io.innkeeper.console.view.Field;
import io.innkeeper.console.view.Field.Choice;
import io.innkeeper.console.view.SeenCertificate;
import io.innkeeper.console.view.SourceForm;
import io.innkeeper.infrastructure.SourceKind;
import java.util.ArrayList;
import java.util.List;

/**
 * The fields of one source.
 *
 * @param there whether the environment has it already
 */
record SourceFields(Typed typed, SourceKind kind, boolean there) {
  private static final List<Choice> WAYS =
      List.of(
          new Choice("system", "System CAs", ""),
          new Choice("ca", "A given CA", ""),
          new Choice("pin", "One certificate", ""),
          new Choice("off", "Off", ""));

  SourceForm form(SeenCertificate certificate) {
    String ca = "The authority’s certificate";
    return new SourceForm(
        kind.word(),
        kind.product(),
        about(),
        List.of(
            List.of(
                fill(
                    Field.text(name("host"), "Host")
                        .optional(there ? "" : "empty if there is none")
                        .hinted("A name or an address, without https://.")),
                fill(Field.number(name("port"), "Port", "").optional(""))),
            List.of(
                fill(Field.text(name("username"), "User").optional("").hinted(user())),
                password())),
        fill(Field.segments(name("trust"), "Believe its certificate by", WAYS)),
        fill(Field.of(Field.Kind.AREA, name("ca"), ca).optional("PEM")),
        fill(
            Field.code(name("pin"), "Its SHA-256 fingerprint")
                .optional("")
                .hinted("64 hexadecimal digits, with or without colons.")),
        rhythm(),
        certificate);
  }

  private String about() {
    return kind == SourceKind.MANAGER
        ? "Holds the passwords while the environment lives."
        : "Tells what they were when the environment was made; they are marked as initial.";
  }

  private String user() {
    return kind == SourceKind.MANAGER
        ? "It needs the role ADMIN: others are shown no passwords."
        : "Usually admin@local.";
  }

  private Field password() {
    Field field =
        Field.of(Field.Kind.PASSWORD, name("password"), "Password")
            .optional("")
            .completing("new-password")
            .hinted(hint());
    String problem = typed.problems().get(name("password"));
    return problem == null ? field : field.saying(Field.Check.bad(problem));
  }

  private String hint() {
    if (!typed.problems().isEmpty()) return "What was typed here is not kept: type it again.";
    return there
        ? "Empty to keep it, unless host, port, user or certificate change."
        : "Sealed at once and never shown.";
  }

  private List<Field> rhythm() {
    List<Field> all = new ArrayList<>();
    all.add(
        fill(
            Field.number(name("everyMinutes"), "Read it every", "min")
                .optional("")
                .hinted("5 to 1440, or 0 for never by itself.")));
    all.add(
        fill(
            Field.tick(name("enabled"), "Read it")
                .noted("Without it neither the schedule nor “Sync now” asks it.")));
    if (there)
      all.add(
          fill(
              Field.tick(name("gone"), "Take it away")
                  .noted("Its password is forgotten; its credentials stay, marked as missing.")));
    return all;
  }

  private String name(String part) {
    return kind.word() + "." + part;
  }

  private Field fill(Field field) {
    return typed.fill(field);
  }
}

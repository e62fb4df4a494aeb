package io.innkeeper.console.view;

import java.util.List;
import java.util.Optional;

/**
 * Something to fill in: its words, its value, and what we make of it.
 *
 * @param note beside the label: “optional, can come later”
 * @param hint below, while nothing is wrong
 * @param unit inside at the right: “GiB”
 * @param checked where what is typed is checked, or empty
 */
public record Field(
    Kind kind,
    String name,
    String label,
    String note,
    String value,
    String hint,
    String unit,
    String autocomplete,
    boolean required,
    String checked,
    Optional<Check> check,
    List<Choice> choices) {

  /** The control. */
  public enum Kind {
    TEXT,
    CODE,
    EMAIL,
    NUMBER,
    PASSWORD,
    SELECT,
    SEGMENTS,
    TICK,
    AREA
  }

  /** One of a few values. */
  public record Choice(String value, String label, String note) {}

  /** What we make of the value. */
  public record Check(Verdict verdict, String words, Optional<Mend> mend) {
    public static Check ok(String words) {
      return new Check(Verdict.OK, words, Optional.empty());
    }

    /** May go on, but should know. */
    public static Check warn(String words) {
      return new Check(Verdict.WARN, words, Optional.empty());
    }

    /** Must be mended first. */
    public static Check bad(String words) {
      return new Check(Verdict.BAD, words, Optional.empty());
    }

    /** Must be mended first, and this value would do. */
    public static Check bad(String words, String value) {
      return new Check(Verdict.BAD, words, Optional.of(new Mend("Use " + value, value)));
    }
  }

  /** A value that would do, one press away. */
  public record Mend(String label, String value) {}

  /** How bad it is; its class and icon. */
  public enum Verdict {
    OK("ok", "check"),
    WARN("warn", "triangle-alert"),
    BAD("bad", "circle-alert");

    private final String css;
    private final String icon;

    Verdict(String css, String icon) {
      this.css = css;
      this.icon = icon;
    }

    public String css() {
      return css;
    }

    public String icon() {
      return icon;
    }
  }

  public Field {
    choices = List.copyOf(choices);
  }

  public static Field of(Kind kind, String name, String label) {
    return new Field(
        kind, name, label, "", "", "", "", "off", true, "", Optional.empty(), List.of());
  }

  public static Field text(String name, String label) {
    return of(Kind.TEXT, name, label);
  }

  public static Field code(String name, String label) {
    return of(Kind.CODE, name, label);
  }

  public static Field number(String name, String label, String unit) {
    Field field = of(Kind.NUMBER, name, label);
    return new Field(
        field.kind, name, label, "", "", "", unit, "off", true, "", Optional.empty(), List.of());
  }

  public static Field select(String name, String label, List<Choice> choices) {
    return of(Kind.SELECT, name, label).offering(choices);
  }

  public static Field segments(String name, String label, List<Choice> choices) {
    return of(Kind.SEGMENTS, name, label).offering(choices);
  }

  /** A tick box; its value is {@code on} or empty. */
  public static Field tick(String name, String label) {
    return of(Kind.TICK, name, label).optional("");
  }

  /** May be left empty; {@code why} stands beside the label. */
  public Field optional(String why) {
    return new Field(
        kind, name, label, why, value, hint, unit, autocomplete, false, checked, check, choices);
  }

  public Field noted(String newNote) {
    return new Field(
        kind,
        name,
        label,
        newNote,
        value,
        hint,
        unit,
        autocomplete,
        required,
        checked,
        check,
        choices);
  }

  public Field holding(String newValue) {
    return new Field(
        kind,
        name,
        label,
        note,
        newValue,
        hint,
        unit,
        autocomplete,
        required,
        checked,
        check,
        choices);
  }

  public Field hinted(String newHint) {
    return new Field(
        kind,
        name,
        label,
        note,
        value,
        newHint,
        unit,
        autocomplete,
        required,
        checked,
        check,
        choices);
  }

  public Field completing(String what) {
    return new Field(
        kind, name, label, note, value, hint, unit, what, required, checked, check, choices);
  }

  /** Checked by the server 400 ms after the last key. */
  public Field checkedAt(String address) {
    return new Field(
        kind,
        name,
        label,
        note,
        value,
        hint,
        unit,
        autocomplete,
        required,
        address,
        check,
        choices);
  }

  public Field saying(Check newCheck) {
    return new Field(
        kind,
        name,
        label,
        note,
        value,
        hint,
        unit,
        autocomplete,
        required,
        checked,
        Optional.of(newCheck),
        choices);
  }

  public Field offering(List<Choice> newChoices) {
    return new Field(
        kind,
        name,
        label,
        note,
        value,
        hint,
        unit,
        autocomplete,
        required,
        checked,
        check,
        newChoices);
  }

  /** Whether the value must be mended first. */
  public boolean isBad() {
    return check.filter(c -> c.verdict() == Verdict.BAD).isPresent();
  }

  /** The browser's own input type. */
  public String type() {
    return switch (kind) {
      case EMAIL -> "email";
      case PASSWORD -> "password";
      default -> "text";
    };
  }

  /** The control's name in lower case, as templates ask for it. */
  public String control() {
    return kind.name().toLowerCase(java.util.Locale.ROOT);
  }
}

package io.innkeeper.infrastructure.rotation;

import io.innkeeper.fault.Fault;
import java.util.Locale;

/** What an SDDC Manager is asked to do with passwords that it holds. */
public enum Verb {
  /** A person gives the new one; it is set at the product and remembered. */
  UPDATE("UPDATE", "Set the password"),
  /** SDDC Manager makes a new one and sets it. */
  ROTATE("ROTATE", "Rotate"),
  /** A person tells the one that holds at the product, where SDDC Manager knows an older one. */
  REMEDIATE("REMEDIATE", "Tell the true password"),
  /** How often SDDC Manager rotates by itself. */
  AUTO_ROTATE("UPDATE_AUTO_ROTATE_POLICY", "Rotate by itself");

  private final String operation;
  private final String label;

  Verb(String operation, String label) {
    this.operation = operation;
    this.label = label;
  }

  /** As SDDC Manager calls it. */
  public String operation() {
    return operation;
  }

  /** As a button says it. */
  public String label() {
    return label;
  }

  /** As written in the API and the store. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether a person types a password for it, and so only for one account at a time. */
  public boolean typed() {
    return this == UPDATE || this == REMEDIATE;
  }

  /** As the audit names it. */
  String deed() {
    return "credential." + word();
  }

  /**
   * Reads a verb's word.
   *
   * @throws Fault INVALID naming all
   */
  public static Verb parse(String word) {
    for (Verb verb : values()) if (verb.word().equals(word)) return verb;
    throw Fault.invalidField(
        "verb",
        "verb",
        "“" + word + "” can't be asked for. There are update, rotate, remediate and auto-rotate.");
  }
}

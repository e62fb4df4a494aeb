package io.innkeeper.infrastructure;

import io.innkeeper.fault.Fault;
import java.util.Locale;

/** Which of an environment's two products passwords are read from. */
public enum SourceKind {
  /** What holds them while the environment lives. */
  MANAGER("SDDC Manager", "SddcManager"),
  /** What they were when the environment was made. */
  INSTALLER("VCF Installer", "VcfInstaller");

  private final String product;
  private final String role;

  SourceKind(String product, String role) {
    this.product = product;
    this.role = role;
  }

  /** As people know it. */
  public String product() {
    return product;
  }

  /** As it calls itself when asked what it is. */
  public String role() {
    return role;
  }

  /** As written in the API and the store. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Reads a kind's word.
   *
   * @throws Fault INVALID naming both
   */
  public static SourceKind parse(String word) {
    for (SourceKind kind : values()) if (kind.word().equals(word)) return kind;
    throw Fault.invalidField(
        "source",
        "source-kind",
        "“" + word + "” is not a source. There are manager and installer.");
  }
}

package io.innkeeper.simulators.vcf;

import java.util.Arrays;

/** What is stood in for. */
public enum Product {
  MANAGER_9("manager-9.0", "SddcManager", "9.0.2.0"),
  MANAGER_5("manager-5.2", "", "5.2.1.0"),
  INSTALLER_9("installer-9.0", "VcfInstaller", "9.0.2.0");

  private final String word;
  private final String role;
  private final String version;

  Product(String word, String role, String version) {
    this.word = word;
    this.role = role;
    this.version = version;
  }

  /** What it says that it is; empty where it can't say. */
  String role() {
    return role;
  }

  String version() {
    return version;
  }

  boolean manager() {
    return this != INSTALLER_9;
  }

  static Product of(String word) {
    return Arrays.stream(values())
        .filter(one -> one.word.equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("There is no product " + word + "."));
  }
}

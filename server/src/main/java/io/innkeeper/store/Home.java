package io.innkeeper.store;

import java.nio.file.Path;

/**
 * Where Innkeeper keeps its files: {@code $INNKEEPER_HOME}. Only names; nothing here touches the
 * disk.
 */
public record Home(Path root) {
  public Home {
    root = root.toAbsolutePath().normalize();
  }

  /** The key that seals every secret in the store, mode 0600. */
  public Path masterKey() {
    return root.resolve("master.key");
  }

  public Path storeDirectory() {
    return root.resolve("store");
  }

  public Path sqliteFile() {
    return storeDirectory().resolve("innkeeper.db");
  }

  /** All tenants' folders; one folder per slug below it. */
  public Path tenants() {
    return root.resolve("tenants");
  }

  /** Apps' own files as their images have them; one folder per build below it. */
  public Path defaults() {
    return root.resolve("defaults");
  }

  /** Records of model calls on their way into the ledger. */
  public Path journal() {
    return root.resolve("journal");
  }

  /** nginx's files, logs and process id. */
  public Path ingress() {
    return root.resolve("ingress");
  }

  /** The last of the server's log. */
  public Path logs() {
    return root.resolve("logs");
  }

  public Path tls() {
    return root.resolve("tls");
  }

  /** The first admin's password until it is changed, mode 0600. */
  public Path firstAdmin() {
    return root.resolve("first-admin.txt");
  }

  /** The environment file that may name the organisation. */
  public Path env() {
    return root.resolve(".env");
  }

  public Path settings() {
    return root.resolve("innkeeper.yaml");
  }
}

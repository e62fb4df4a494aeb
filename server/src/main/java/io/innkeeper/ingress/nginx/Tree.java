package io.innkeeper.ingress.nginx;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;

/** The files that nginx reads, by their path below the tree, and the hash that names them all. */
public record Tree(Map<String, String> files) {
  static final String MAIN = "nginx.conf";

  /** Stands in the main file for the hash of everything, which can't know itself. */
  static final String HASH_HERE = "@HASH@";

  private static final int SHOWN = 16;

  public Tree {
    files = Collections.unmodifiableMap(new TreeMap<>(files));
  }

  /** What names this tree: the same files give the same. */
  public String hash() {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      files.forEach(
          (name, text) -> {
            sha.update(name.getBytes(UTF_8));
            sha.update((byte) 0);
            sha.update(text.getBytes(UTF_8));
            sha.update((byte) 0);
          });
      return HexFormat.of().formatHex(sha.digest()).substring(0, SHOWN);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Each file as it lies on the disk. */
  Map<String, String> written() {
    Map<String, String> written = new TreeMap<>(files);
    String hash = hash();
    written.computeIfPresent(MAIN, (name, text) -> text.replace(HASH_HERE, hash));
    return written;
  }

  /** Names only: keys are among the files. */
  @Override
  public String toString() {
    return "Tree" + files.keySet();
  }
}

package io.innkeeper.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.innkeeper.store.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.spec.PBEParameterSpec;

/**
 * The console's certificate and key: the operator's own in {@code tls/console.crt} and {@code
 * console.key}, or one that Innkeeper signs itself for the names of this machine. A self-made one
 * is made again when it runs out or lacks a wanted name; the operator's own is never touched.
 */
public record ServerCertificate(PrivateKey key, List<X509Certificate> chain) {
  public ServerCertificate {
    chain = List.copyOf(chain);
  }

  /**
   * Reads the certificate, or makes one.
   *
   * @param names that a self-made one must be for, beside this machine's own
   * @throws io.innkeeper.fault.Fault BROKEN when the operator's own files can't be used
   */
  public static ServerCertificate load(Home home, List<String> names, Clock clock) {
    return alone(home, files -> loadAlone(files, names, clock));
  }

  /** Has the tables of the curve made before somebody's first handshake waits for them. */
  public static void warm() {
    Thread.ofPlatform()
        .daemon()
        .name("curve")
        .start(
            () -> {
              try {
                SelfSigned.pair();
              } catch (GeneralSecurityException unknown) {
                // Whoever needs the curve says so.
              }
            });
  }

  /** Puts one in the place of what is there, for good. */
  static void keep(Home home, ServerCertificate other) {
    alone(
        home,
        files -> {
          files.write(other);
          return other;
        });
  }

  /** One that vouches for itself. */
  static ServerCertificate fresh(List<String> names, Clock clock) {
    return SelfSigned.make(MachineNames.with(names), clock.instant());
  }

  private interface Deed {
    ServerCertificate done(CertificateFiles files) throws IOException;
  }

  /** Several processes on one home wait for each other. */
  private static ServerCertificate alone(Home home, Deed deed) {
    try {
      Files.createDirectories(
          home.tls(),
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
      try (FileChannel gate =
              FileChannel.open(
                  home.tls().resolve(".lock"),
                  StandardOpenOption.CREATE,
                  StandardOpenOption.WRITE);
          FileLock held = gate.lock()) {
        return deed.done(CertificateFiles.of(home));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the certificate in " + home.tls() + " can't be written", e);
    }
  }

  /** Reads the certificate if there is one; makes none. */
  public static Optional<ServerCertificate> find(Home home) {
    CertificateFiles files = CertificateFiles.of(home);
    return files.exist() ? Optional.of(files.read()) : Optional.empty();
  }

  private static ServerCertificate loadAlone(
      CertificateFiles files, List<String> names, Clock clock) throws IOException {
    if (files.exist()) {
      ServerCertificate found = files.read();
      boolean stays = !found.selfMade() || found.validAt(clock.instant()) && found.isFor(names);
      if (stays) {
        files.prove();
        return found;
      }
    }
    ServerCertificate made = fresh(names, clock);
    files.write(made);
    return made;
  }

  /** Who signed it. */
  public String issuer() {
    return leaf().getIssuerX500Principal().getName();
  }

  X509Certificate leaf() {
    return chain.getFirst();
  }

  /**
   * For the web server. It never leaves the memory: its password is empty and stretched once, not
   * ten thousand times, which every start would wait for.
   */
  public KeyStore keyStore() {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setEntry(
          "console",
          new KeyStore.PrivateKeyEntry(key, chain.toArray(Certificate[]::new)),
          new KeyStore.PasswordProtection(
              new char[0], "PBEWithHmacSHA256AndAES_256", new PBEParameterSpec(new byte[16], 1)));
      return store;
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException("the certificate can't be kept in memory", e);
    }
  }

  /** SHA-256 of the certificate, as browsers and the CLI show it: {@code AB:CD:…}. */
  public String fingerprint() {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(leaf().getEncoded());
      return HexFormat.ofDelimiter(":").withUpperCase().formatHex(digest);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether Innkeeper made it; then browsers warn, and HSTS would lock people out. */
  public boolean selfMade() {
    return leaf().getSubjectX500Principal().equals(leaf().getIssuerX500Principal())
        && leaf().getSubjectX500Principal().getName().contains("O=" + SelfSigned.ORGANISATION);
  }

  public Instant validFrom() {
    return leaf().getNotBefore().toInstant();
  }

  public Instant validUntil() {
    return leaf().getNotAfter().toInstant();
  }

  /** Whether it counts at a moment. */
  public boolean validAt(Instant moment) {
    return !moment.isBefore(leaf().getNotBefore().toInstant()) && moment.isBefore(validUntil());
  }

  /** The names and addresses it is for. */
  public Set<String> names() {
    try {
      return Stream.ofNullable(leaf().getSubjectAlternativeNames())
          .flatMap(Collection::stream)
          .map(name -> String.valueOf(name.get(1)))
          .collect(Collectors.toUnmodifiableSet());
    } catch (CertificateParsingException e) {
      return Set.of();
    }
  }

  private boolean isFor(List<String> wanted) {
    return names().containsAll(wanted);
  }

  /** Whether key and certificate belong together. */
  boolean fits() throws GeneralSecurityException {
    String algorithm =
        switch (key.getAlgorithm()) {
          case "EC" -> "SHA256withECDSA";
          case "RSA" -> "SHA256withRSA";
          default -> key.getAlgorithm();
        };
    byte[] sample = "innkeeper".getBytes(UTF_8);
    Signature signing = Signature.getInstance(algorithm);
    signing.initSign(key);
    signing.update(sample);
    byte[] signed = signing.sign();
    signing.initVerify(leaf().getPublicKey());
    signing.update(sample);
    return signing.verify(signed);
  }

  /** The key doesn't print. */
  @Override
  public String toString() {
    return "ServerCertificate[" + fingerprint() + "]";
  }
}

package io.innkeeper.http;

import io.innkeeper.fault.Fault;
import io.innkeeper.store.Home;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;

/**
 * {@code tls/console.crt} and {@code tls/console.key} as they lie on the disk, in PEM. Beside them
 * lies the digest of those that were found to belong together: trying a key takes a tenth of a
 * start.
 */
record CertificateFiles(Path certificate, Path key) {
  private static final String PLAIN_BEGIN = "-----BEGIN PRIVATE KEY-----";

  static CertificateFiles of(Home home) {
    return new CertificateFiles(
        home.tls().resolve("console.crt"), home.tls().resolve("console.key"));
  }

  boolean exist() {
    return Files.exists(certificate) && Files.exists(key);
  }

  /** What is in them; the key may be PKCS#8 or the older forms of OpenSSL, without a password. */
  ServerCertificate read() {
    try (InputStream stream = Files.newInputStream(certificate)) {
      List<X509Certificate> chain =
          CertificateFactory.getInstance("X.509").generateCertificates(stream).stream()
              .map(X509Certificate.class::cast)
              .toList();
      if (chain.isEmpty()) throw unusable(certificate, "it holds no certificate");
      String algorithm = chain.getFirst().getPublicKey().getAlgorithm();
      PrivateKey secret =
          KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(keyBytes()));
      ServerCertificate read = new ServerCertificate(secret, chain);
      if (!proven() && !read.fits()) throw unusable(key, "it is not the key of " + certificate);
      return read;
    } catch (GeneralSecurityException | IOException | IllegalArgumentException e) {
      throw unusable(certificate, "it or its key is not readable PEM").because(e);
    }
  }

  private boolean proven() throws IOException {
    return Files.exists(proof()) && Files.readString(proof()).equals(digest());
  }

  /** What lies there was read and is a pair; the next start believes it while neither changes. */
  void prove() throws IOException {
    if (!proven()) put(proof(), digest());
  }

  private Path proof() {
    return certificate.resolveSibling("console.proven");
  }

  private String digest() throws IOException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(Files.readAllBytes(certificate));
      return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(key)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private byte[] keyBytes() throws IOException {
    String text = Files.readString(key);
    // The usual form needs no library; the others load one.
    if (text.startsWith(PLAIN_BEGIN))
      return Base64.getMimeDecoder()
          .decode(text.substring(PLAIN_BEGIN.length(), text.indexOf("-----END")));
    try (Reader reader = Files.newBufferedReader(key);
        PEMParser parser = new PEMParser(reader)) {
      for (Object part = parser.readObject(); part != null; part = parser.readObject()) {
        if (part instanceof PrivateKeyInfo info) return info.getEncoded();
        if (part instanceof PEMKeyPair pair) return pair.getPrivateKeyInfo().getEncoded();
      }
    }
    throw unusable(key, "it holds no private key without a password");
  }

  /** Writes both, the key first and readable by its owner only. */
  void write(ServerCertificate made) throws IOException {
    put(key, pem("PRIVATE KEY", made.key().getEncoded()));
    try {
      StringBuilder chain = new StringBuilder();
      for (X509Certificate each : made.chain()) chain.append(pem("CERTIFICATE", each.getEncoded()));
      put(certificate, chain.toString());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void put(Path file, String text) throws IOException {
    Path whole = file.resolveSibling("." + file.getFileName() + ".new");
    Files.deleteIfExists(whole);
    Files.createFile(
        whole, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    Files.writeString(whole, text);
    Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static String pem(String label, byte[] content) {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
    return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
  }

  private static Fault unusable(Path file, String why) {
    return Fault.of(
            Fault.Kind.BROKEN,
            "certificate-unusable",
            "Tried to read the console's certificate, but " + file + " can't be used: " + why + ".")
        .advising(
            "Put a PEM certificate and its key there, or remove both to let Innkeeper make them.");
  }
}

package io.innkeeper.infrastructure;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.innkeeper.fault.Fault;
import java.io.ByteArrayInputStream;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;

/**
 * By what a source's certificate is believed.
 *
 * @param text the authorities' certificates (PEM), or the certificate's SHA-256 fingerprint; empty
 *     otherwise
 */
public record Trust(Kind kind, String text) {
  private static final int MOST = 64 * 1024;

  /** The ways there are. */
  public enum Kind {
    /** Authorities that this machine knows. */
    SYSTEM,
    /** Authorities that a person gave. */
    CA,
    /** This one certificate and no other. */
    PIN,
    /** Any certificate: whoever is in between reads every password. */
    OFF;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  public static final Trust SYSTEM = new Trust(Kind.SYSTEM, "");

  /**
   * Reads how to trust.
   *
   * @param field whose sentences these are, for example {@code manager.trust}
   * @param text certificates or fingerprint, where the word needs one
   * @throws Fault INVALID saying what is missing
   */
  public static Trust parse(String field, String word, String text) {
    return switch (word) {
      case "system" -> SYSTEM;
      case "off" -> new Trust(Kind.OFF, "");
      case "ca" -> new Trust(Kind.CA, authorities(field, text));
      case "pin" -> new Trust(Kind.PIN, fingerprint(field, text));
      default ->
          throw Fault.invalidField(
              field, "trust", "“" + word + "” is no way to trust: system, ca, pin or off.");
    };
  }

  /** The authorities' certificates, where a person gave them. */
  public List<X509Certificate> certificates() {
    return kind == Kind.CA ? read(text) : List.of();
  }

  /** SHA-256 of a certificate in hexadecimal, as it is pinned. */
  public static String fingerprint(X509Certificate certificate) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String authorities(String field, String text) {
    String pem = text.strip();
    if (pem.length() > MOST || !pem.contains("-----BEGIN CERTIFICATE-----") || unreadable(pem))
      throw Fault.invalidField(
          field,
          "trust-ca",
          "Give the authority's certificate as PEM: -----BEGIN CERTIFICATE----- and so on.");
    return pem + "\n";
  }

  private static boolean unreadable(String pem) {
    try {
      return read(pem).isEmpty();
    } catch (IllegalStateException e) {
      return true;
    }
  }

  private static List<X509Certificate> read(String pem) {
    try {
      Collection<?> all =
          CertificateFactory.getInstance("X.509")
              .generateCertificates(new ByteArrayInputStream(pem.getBytes(US_ASCII)));
      return all.stream().map(X509Certificate.class::cast).toList();
    } catch (CertificateException e) {
      throw new IllegalStateException("not certificates", e);
    }
  }

  private static String fingerprint(String field, String text) {
    String plain = text.replaceAll("(?i)^sha-?256[:=]", "").replaceAll("[:\\s]", "");
    if (plain.matches("(?i)[0-9a-f]{64}")) return plain.toLowerCase(Locale.ROOT);
    throw Fault.invalidField(
        field,
        "trust-pin",
        "A fingerprint is the certificate's SHA-256: 64 hexadecimal digits, with or without colons.");
  }
}

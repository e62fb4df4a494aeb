package io.innkeeper.ingress.certificate;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.innkeeper.fault.Fault;
import io.innkeeper.ingress.dns.Hostname;
import io.innkeeper.secret.Secret;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;

/**
 * A certificate and its key as somebody gave them, in PEM; a sentence about each thing that is
 * wrong.
 */
public final class PemText {
  private static final int LONGEST = 200_000;
  private static final int LEAST_RSA = 2048;
  private static final List<String> WEAK = List.of("SHA1", "MD5", "MD2");

  private PemText() {}

  /**
   * Reads what was given for a hostname.
   *
   * @throws Fault INVALID naming the field and what to mend
   */
  public static KeyAndChain given(String chainText, Secret keyText, Hostname name, Instant now) {
    KeyAndChain read = given(chainText, keyText, now);
    if (!KeyAndChain.cover(read.names(), name))
      throw refusal(
          "certificate",
          "The certificate is for "
              + (read.names().isEmpty() ? "no name at all" : String.join(", ", read.names()))
              + ", not for "
              + name
              + ".");
    return read;
  }

  /** The same for whatever names it is for. */
  public static KeyAndChain given(String chainText, Secret keyText, Instant now) {
    KeyAndChain read = read(chainText, keyText);
    if (!read.fits())
      throw refusal("key", "The key is not this certificate's: they don't belong together.");
    refuseDisorder(read.chain());
    refuseWeak(read.chain());
    if (now.isBefore(read.validFrom()))
      throw refusal(
          "certificate", "The certificate counts only from " + day(read.validFrom()) + " on.");
    if (!now.isBefore(read.validUntil()))
      throw refusal("certificate", "The certificate ran out on " + day(read.validUntil()) + ".");
    return read;
  }

  /** What was stored, without looking whether it still counts. */
  public static KeyAndChain read(String chainText, Secret keyText) {
    List<X509Certificate> chain = chain(chainText);
    return new KeyAndChain(key(keyText), chain);
  }

  private static List<X509Certificate> chain(String text) {
    if (text.length() > LONGEST) throw refusal("certificate", "That is more than a chain can be.");
    if (text.contains("PRIVATE KEY"))
      throw refusal(
          "certificate", "This holds a private key: put that into the field for the key.");
    if (!text.contains("-----BEGIN CERTIFICATE-----"))
      throw refusal(
          "certificate",
          "This is no certificate in PEM: it begins with -----BEGIN CERTIFICATE-----.");
    try {
      return CertificateFactory.getInstance("X.509")
          .generateCertificates(new ByteArrayInputStream(text.getBytes(UTF_8)))
          .stream()
          .map(X509Certificate.class::cast)
          .toList();
    } catch (GeneralSecurityException e) {
      throw refusal("certificate", "The certificate is damaged: it can't be read as PEM.");
    }
  }

  private static PrivateKey key(Secret secret) {
    String text = secret.unwrap();
    if (text.contains("BEGIN ENCRYPTED PRIVATE KEY") || text.contains("Proc-Type: 4,ENCRYPTED"))
      throw refusal("key", "The key has a password. Take it off first: openssl pkey -in KEY.");
    try (PEMParser parser = new PEMParser(new StringReader(text))) {
      for (Object part = parser.readObject(); part != null; part = parser.readObject()) {
        if (part instanceof PrivateKeyInfo info) return key(info);
        if (part instanceof PEMKeyPair pair) return key(pair.getPrivateKeyInfo());
      }
    } catch (IOException | GeneralSecurityException e) {
      throw refusal("key", "The key is damaged: it can't be read as PEM.");
    }
    throw refusal(
        "key", "This is no private key in PEM: it begins with -----BEGIN PRIVATE KEY-----.");
  }

  private static PrivateKey key(PrivateKeyInfo info) throws IOException, GeneralSecurityException {
    String id = info.getPrivateKeyAlgorithm().getAlgorithm().getId();
    String algorithm =
        switch (id) {
          case "1.2.840.10045.2.1" -> "EC";
          case "1.2.840.113549.1.1.1" -> "RSA";
          default ->
              throw refusal("key", "Browsers want an EC or RSA key; this is of another kind.");
        };
    return KeyFactory.getInstance(algorithm)
        .generatePrivate(new PKCS8EncodedKeySpec(info.getEncoded()));
  }

  /** Each must be vouched for by the next; a root at the end is harmless. */
  private static void refuseDisorder(List<X509Certificate> chain) {
    for (int i = 0; i + 1 < chain.size(); i++) {
      try {
        chain.get(i).verify(chain.get(i + 1).getPublicKey());
      } catch (GeneralSecurityException e) {
        throw refusal(
            "certificate",
            "The chain is not in order: certificate %d is not signed by the one after it. Put the hostname’s own first, then each one's issuer."
                .formatted(i + 1));
      }
    }
  }

  /** What browsers and nginx refuse; a root vouches for itself, so its signature is no matter. */
  private static void refuseWeak(List<X509Certificate> chain) {
    for (int i = 0; i < chain.size(); i++) {
      X509Certificate one = chain.get(i);
      String which = i == 0 ? "The certificate" : "Certificate " + (i + 1) + " of the chain";
      if (one.getPublicKey() instanceof RSAKey rsa && rsa.getModulus().bitLength() < LEAST_RSA)
        throw refusal(
            "certificate",
            "%s has an RSA key of %d bits; browsers and nginx want at least %d. Have it issued again for a fresh key."
                .formatted(which, rsa.getModulus().bitLength(), LEAST_RSA));
      String signed = one.getSigAlgName().toUpperCase(Locale.ROOT);
      boolean root = i > 0 && one.getSubjectX500Principal().equals(one.getIssuerX500Principal());
      if (!root && WEAK.stream().anyMatch(signed::startsWith))
        throw refusal(
            "certificate",
            "%s is signed with %s, which browsers and nginx refuse. Have it issued again with SHA-256."
                .formatted(which, one.getSigAlgName()));
    }
  }

  private static LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }

  private static Fault refusal(String field, String said) {
    return Fault.invalidField(field, "certificate-" + field, said).about(fields(field, said));
  }

  private static List<Fault.Field> fields(String field, String said) {
    return new ArrayList<>(List.of(new Fault.Field(field, said)));
  }
}

package io.innkeeper.ingress.certificate;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.innkeeper.ingress.dns.Hostname;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.naming.InvalidNameException;
import javax.naming.ldap.LdapName;
import javax.naming.ldap.Rdn;

/** A certificate with those that vouch for it, its own first, and its key. */
public record KeyAndChain(PrivateKey key, List<X509Certificate> chain) {
  private static final int DNS_NAME = 2;

  public KeyAndChain {
    if (chain.isEmpty()) throw new IllegalArgumentException("a chain needs a certificate");
    chain = List.copyOf(chain);
  }

  public X509Certificate leaf() {
    return chain.getFirst();
  }

  /** Its private key with the public one that it certifies. */
  KeyPair pair() {
    return new KeyPair(leaf().getPublicKey(), key);
  }

  public Instant validFrom() {
    return leaf().getNotBefore().toInstant();
  }

  public Instant validUntil() {
    return leaf().getNotAfter().toInstant();
  }

  /** The names it is for, wildcards as they stand in it. */
  public List<String> names() {
    try {
      return Stream.ofNullable(leaf().getSubjectAlternativeNames())
          .flatMap(Collection::stream)
          .filter(name -> name.getFirst().equals(DNS_NAME))
          .map(name -> String.valueOf(name.get(1)).toLowerCase(java.util.Locale.ROOT))
          .distinct()
          .toList();
    } catch (CertificateParsingException e) {
      return List.of();
    }
  }

  /** Whether one of these names, a wildcard among them, stands for a hostname. */
  public static boolean cover(Collection<String> names, Hostname hostname) {
    String name = hostname.value();
    String wildcard = "*" + name.substring(name.indexOf('.'));
    return names.contains(name) || names.contains(wildcard);
  }

  /** Who signed it, as short as people say it. */
  public String issuer() {
    String full = leaf().getIssuerX500Principal().getName();
    try {
      List<Rdn> parts = new LdapName(full).getRdns();
      return Stream.of("CN", "O")
          .flatMap(type -> parts.stream().filter(part -> part.getType().equalsIgnoreCase(type)))
          .map(part -> String.valueOf(part.getValue()))
          .findFirst()
          .orElse(full);
    } catch (InvalidNameException e) {
      return full;
    }
  }

  public boolean selfSigned() {
    return leaf().getSubjectX500Principal().equals(leaf().getIssuerX500Principal());
  }

  /** SHA-256 as browsers show it. */
  public String fingerprint() {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(leaf().getEncoded());
      return HexFormat.ofDelimiter(":").withUpperCase().formatHex(digest);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  public String chainPem() {
    return chain.stream().map(KeyAndChain::pem).collect(Collectors.joining());
  }

  public String keyPem() {
    return pem("PRIVATE KEY", key.getEncoded());
  }

  /** Whether the key is the certificate's. */
  boolean fits() {
    String algorithm =
        switch (key.getAlgorithm()) {
          case "EC" -> "SHA256withECDSA";
          case "RSA" -> "SHA256withRSA";
          default -> key.getAlgorithm();
        };
    try {
      byte[] sample = "innkeeper".getBytes(UTF_8);
      Signature signing = Signature.getInstance(algorithm);
      signing.initSign(key);
      signing.update(sample);
      byte[] signed = signing.sign();
      signing.initVerify(leaf().getPublicKey());
      signing.update(sample);
      return signing.verify(signed);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static String pem(X509Certificate certificate) {
    try {
      return pem("CERTIFICATE", certificate.getEncoded());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String pem(String label, byte[] content) {
    String body = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(content);
    return "-----BEGIN " + label + "-----\n" + body + "\n-----END " + label + "-----\n";
  }

  /** The key doesn't print. */
  @Override
  public String toString() {
    return "KeyAndChain[" + fingerprint() + "]";
  }
}

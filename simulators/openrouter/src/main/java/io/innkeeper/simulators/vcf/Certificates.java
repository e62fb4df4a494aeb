package io.innkeeper.simulators.vcf;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HexFormat;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.security.auth.x500.X500Principal;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * With what a stand-in shows who it is: always signed by itself, and wrong in the way one likes.
 */
public enum Certificates {
  SELF_SIGNED,
  EXPIRED,
  WRONG_NAME;

  /** A key with its certificate. */
  record Made(SSLContext tls, X509Certificate certificate) {
    String pem() {
      try {
        return "-----BEGIN CERTIFICATE-----\n"
            + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded())
            + "\n-----END CERTIFICATE-----\n";
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
    }

    String fingerprint() {
      try {
        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        return HexFormat.of().formatHex(sha.digest(certificate.getEncoded()));
      } catch (GeneralSecurityException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  Made make() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      KeyPair pair = generator.generateKeyPair();
      X509Certificate certificate =
          new JcaX509CertificateConverter()
              .getCertificate(
                  builder(pair)
                      .build(
                          new JcaContentSignerBuilder("SHA256withECDSA").build(pair.getPrivate())));
      return new Made(tls(pair, certificate), certificate);
    } catch (GeneralSecurityException | OperatorCreationException | IOException e) {
      throw new IllegalStateException("a certificate can't be made", e);
    }
  }

  private JcaX509v3CertificateBuilder builder(KeyPair pair) throws IOException {
    Instant now = Instant.now();
    Instant end = this == EXPIRED ? now.minus(Duration.ofDays(1)) : now.plus(Duration.ofDays(365));
    X500Principal subject = new X500Principal("CN=VCF stand-in");
    JcaX509v3CertificateBuilder builder =
        new JcaX509v3CertificateBuilder(
            subject,
            new BigInteger(120, new SecureRandom()).setBit(119),
            Date.from(now.minus(Duration.ofDays(30))),
            Date.from(end),
            subject,
            pair.getPublic());
    GeneralName[] names =
        this == WRONG_NAME
            ? new GeneralName[] {new GeneralName(GeneralName.dNSName, "elsewhere.lab.example")}
            : new GeneralName[] {
              new GeneralName(GeneralName.dNSName, "localhost"),
              new GeneralName(GeneralName.dNSName, "sddc01.lab.example"),
              new GeneralName(GeneralName.iPAddress, "127.0.0.1")
            };
    builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(true));
    builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(names));
    return builder;
  }

  private static SSLContext tls(KeyPair pair, X509Certificate certificate)
      throws GeneralSecurityException, IOException {
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, null);
    char[] none = new char[0];
    store.setKeyEntry("key", pair.getPrivate(), none, new Certificate[] {certificate});
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store, none);
    SSLContext tls = SSLContext.getInstance("TLS");
    tls.init(keys.getKeyManagers(), null, null);
    return tls;
  }
}

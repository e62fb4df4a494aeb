package io.innkeeper.client.age;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.SecureRandom;
import java.security.spec.NamedParameterSpec;
import java.security.spec.XECPrivateKeySpec;
import java.security.spec.XECPublicKeySpec;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.generators.SCrypt;

/** The platform's ciphers in the few shapes that the format needs. */
final class Ciphers {
  static final int KEY = 32;
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final byte[] BASE = new byte[KEY];

  static {
    BASE[0] = 9;
  }

  private Ciphers() {}

  static byte[] random(int length) {
    byte[] bytes = new byte[length];
    RANDOM.nextBytes(bytes);
    return bytes;
  }

  static byte[] derived(byte[] key, byte[] salt, String purpose) {
    try {
      HKDFParameterSpec how =
          HKDFParameterSpec.ofExtract()
              .addIKM(key)
              .addSalt(salt)
              .thenExpand(purpose.getBytes(US_ASCII), KEY);
      return KDF.getInstance("HKDF-SHA256").deriveData(how);
    } catch (GeneralSecurityException e) {
      throw missing(e);
    }
  }

  static byte[] mac(byte[] key, byte[] text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw missing(e);
    }
  }

  static byte[] sealed(byte[] key, byte[] nonce, byte[] plain, int length) {
    try {
      return cipher(Cipher.ENCRYPT_MODE, key, nonce).doFinal(plain, 0, length);
    } catch (GeneralSecurityException e) {
      throw missing(e);
    }
  }

  /** Opens what was sealed; what was changed, or sealed with another key, is refused. */
  static byte[] opened(byte[] key, byte[] nonce, byte[] sealed, int length)
      throws AEADBadTagException {
    try {
      return cipher(Cipher.DECRYPT_MODE, key, nonce).doFinal(sealed, 0, length);
    } catch (AEADBadTagException e) {
      throw e;
    } catch (GeneralSecurityException e) {
      throw missing(e);
    }
  }

  /** What two halves agree on. */
  static byte[] agreed(byte[] secret, byte[] open) throws AgeException {
    try {
      KeyFactory keys = KeyFactory.getInstance("X25519");
      KeyAgreement agreement = KeyAgreement.getInstance("X25519");
      agreement.init(
          keys.generatePrivate(new XECPrivateKeySpec(NamedParameterSpec.X25519, secret)));
      agreement.doPhase(
          keys.generatePublic(new XECPublicKeySpec(NamedParameterSpec.X25519, number(open))), true);
      return agreement.generateSecret();
    } catch (GeneralSecurityException e) {
      throw new AgeException("The key is none that can be used.");
    }
  }

  /** The open half of a secret one. */
  static byte[] openHalf(byte[] secret) {
    try {
      return agreed(secret, BASE);
    } catch (AgeException e) {
      throw new IllegalStateException("the base point is good for every key", e);
    }
  }

  /** One at a time: for a moment it takes 128 bytes, eight times two to the cost. */
  static synchronized byte[] stretched(String passphrase, byte[] salt, int cost) {
    return SCrypt.generate(passphrase.getBytes(UTF_8), salt, 1 << cost, 8, 1, KEY);
  }

  private static Cipher cipher(int mode, byte[] key, byte[] nonce) throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("ChaCha20-Poly1305");
    cipher.init(mode, new SecretKeySpec(key, "ChaCha20"), new IvParameterSpec(nonce));
    return cipher;
  }

  private static BigInteger number(byte[] littleEndian) {
    byte[] big = new byte[littleEndian.length];
    for (int i = 0; i < big.length; i++) big[i] = littleEndian[big.length - 1 - i];
    big[0] &= 0x7f;
    return new BigInteger(1, big);
  }

  private static IllegalStateException missing(GeneralSecurityException e) {
    return new IllegalStateException("this Java lacks what every Java has", e);
  }
}

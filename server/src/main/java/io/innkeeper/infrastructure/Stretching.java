package io.innkeeper.infrastructure;

import io.innkeeper.client.age.AgeOpen;
import io.innkeeper.client.age.AgeSeal;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;

/**
 * Sealing and opening with a passphrase, one at a time of both: to stretch one takes a quarter of
 * the server's memory for a moment.
 */
public final class Stretching {
  private Stretching() {}

  public static synchronized AgeSeal seal(OutputStream out, String passphrase) throws IOException {
    return AgeSeal.withPassphrase(out, passphrase);
  }

  /** Opens what takes no more than what is sealed here. */
  static synchronized AgeOpen open(InputStream in, String passphrase) throws IOException {
    return AgeOpen.sparing(in, passphrase);
  }
}

package io.innkeeper.client.age;

import java.io.IOException;

/** A sealed file, key or passphrase that does not open; the message is for people. */
public final class AgeException extends IOException {
  AgeException(String message) {
    super(message);
  }
}

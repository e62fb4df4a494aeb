package io.innkeeper.http;

import java.io.IOException;
import java.io.OutputStream;
import java.util.function.BooleanSupplier;

/**
 * Where a stream writes to as long as its reader is welcome: asked at most once a second, before
 * more is written.
 */
final class WelcomeOutput extends OutputStream {
  private static final long EVERY_NANOS = 1_000_000_000;

  private final OutputStream out;
  private final BooleanSupplier welcome;
  private long asked = System.nanoTime();

  WelcomeOutput(OutputStream out, BooleanSupplier welcome) {
    this.out = out;
    this.welcome = welcome;
  }

  @Override
  public void write(int one) throws IOException {
    demandWelcome();
    out.write(one);
  }

  @Override
  public void write(byte[] bytes, int from, int count) throws IOException {
    demandWelcome();
    out.write(bytes, from, count);
  }

  @Override
  public void flush() throws IOException {
    demandWelcome();
    out.flush();
  }

  @Override
  public void close() throws IOException {
    out.close();
  }

  private void demandWelcome() throws IOException {
    long now = System.nanoTime();
    if (now - asked < EVERY_NANOS) return;
    if (!welcome.getAsBoolean()) throw new IOException("its reader may read no more");
    asked = now;
  }
}

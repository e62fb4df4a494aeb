package io.innkeeper.client;

/** A secret in the clear, for one who asked for it; that it was asked for is in the audit. */
public record RevealedView(String name, String value) {

  @Override
  public String toString() {
    return "RevealedView[" + name + "]";
  }
}

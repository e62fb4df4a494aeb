package io.innkeeper.client;

/** A token just made, and its text, shown this once. */
public record IssuedTokenView(TokenView token, String text) {
  @Override
  public String toString() {
    return "IssuedTokenView[token=" + token + ", text=[redacted]]";
  }
}

package io.innkeeper.client;

/** A password that was made for an account by an import, shown this once. */
public record TakenPasswordView(String email, String name, String password) {
  @Override
  public String toString() {
    return "TakenPasswordView[email=" + email + ", password=[redacted]]";
  }
}

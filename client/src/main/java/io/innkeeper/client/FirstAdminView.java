package io.innkeeper.client;

/** How the client's first admin signs in. The password is shown this once and then forgotten. */
public record FirstAdminView(String email, String password, String address) {
  @Override
  public String toString() {
    return "FirstAdminView[email=" + email + ", password=[redacted]]";
  }
}

package io.innkeeper.client;

/** A password that was made for somebody in one of several workspaces, shown this once. */
public record ActPasswordView(String tenant, String email, String name, String password) {
  @Override
  public String toString() {
    return "ActPasswordView[tenant=" + tenant + ", email=" + email + ", password=[redacted]]";
  }
}

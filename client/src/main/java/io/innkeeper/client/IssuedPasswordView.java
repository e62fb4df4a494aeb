package io.innkeeper.client;

/** An operator and a password made for them, shown this once, to be changed at the next sign-in. */
public record IssuedPasswordView(OperatorView operator, String password) {
  @Override
  public String toString() {
    return "IssuedPasswordView[operator=" + operator + ", password=[redacted]]";
  }
}

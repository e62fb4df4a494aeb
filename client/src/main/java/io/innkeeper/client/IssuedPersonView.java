package io.innkeeper.client;

/** Somebody and the password made for them, shown this once. */
public record IssuedPersonView(PersonView person, String password, String address) {
  @Override
  public String toString() {
    return "IssuedPersonView[person=" + person + ", password=[redacted]]";
  }
}

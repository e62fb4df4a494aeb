package io.innkeeper.usage;

/**
 * The person behind a call.
 *
 * @param id the workspace's id of the person
 * @param name as the workspace told it
 * @param email as the workspace told it; empty if it did not
 * @param verified whether the workspace's signature proved it
 */
public record EndUser(String id, String name, String email, boolean verified) {
  /** One of whom no address was told. */
  public EndUser(String id, String name, boolean verified) {
    this(id, name, "", verified);
  }

  EndUser withEmail(String address) {
    return new EndUser(id, name, address, verified);
  }
}

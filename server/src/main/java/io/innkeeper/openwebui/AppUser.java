package io.innkeeper.openwebui;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.Locale;

/** An account in a workspace's app. */
public record AppUser(
    String id, String email, String name, Role role, Instant createdAt, Instant lastActiveAt) {

  /** What an account may do; the app itself accepts any text here. */
  public enum Role {
    ADMIN,
    USER,
    /** Can sign in and nothing else. */
    PENDING;

    static Role of(String text) {
      return switch (text) {
        case "admin" -> ADMIN;
        case "user" -> USER;
        default -> PENDING;
      };
    }

    String wire() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Whether somebody ever used it: a new account's last activity is its creation. */
  public boolean used() {
    return lastActiveAt.isAfter(createdAt);
  }

  /** Whether it counts as an end user for the app's licence. */
  public boolean endUser() {
    return !ServiceAccount.owns(email);
  }

  static AppUser of(JsonNode tree) {
    return new AppUser(
        tree.path("id").asText(),
        tree.path("email").asText(),
        tree.path("name").asText(),
        Role.of(tree.path("role").asText()),
        Instant.ofEpochSecond(tree.path("created_at").asLong()),
        Instant.ofEpochSecond(tree.path("last_active_at").asLong()));
  }
}

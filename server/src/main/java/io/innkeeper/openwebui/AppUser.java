package io.innkeeper.openwebui;

import com.fasterxml.jackson.databind.JsonNode;
import io.innkeeper.fault.Fault;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * An account in a workspace's app.
 *
 * @param source how it signs in: {@code password}, {@code directory}, or a provider's name
 * @param groups ids of the groups it is in
 */
public record AppUser(
    String id,
    String email,
    String name,
    Role role,
    Instant createdAt,
    Instant lastActiveAt,
    String source,
    List<String> groups) {
  public AppUser {
    groups = List.copyOf(groups);
  }

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

    /**
     * Reads a role's word. The app takes any text as a role, so this is where wrong ones end.
     *
     * @throws Fault INVALID naming the roles there are
     */
    public static Role parse(String word) {
      for (Role role : values()) if (role.wire().equals(word)) return role;
      throw Fault.invalidField(
          "role",
          "person-role",
          "“" + word + "” is no role in a workspace. There are admin, user and pending.");
    }

    /** As the app writes it. */
    public String wire() {
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
        Instant.ofEpochSecond(tree.path("last_active_at").asLong()),
        source(tree),
        groups(tree.path("group_ids")));
  }

  private static String source(JsonNode tree) {
    if (tree.path("scim").isObject() && !tree.path("scim").isEmpty()) return "directory";
    if (tree.path("oauth").isObject() && !tree.path("oauth").isEmpty())
      return tree.path("oauth").fieldNames().next();
    // Versions before 0.7 kept one text: “google@” and the id there.
    String one = tree.path("oauth_sub").asText("");
    return one.isEmpty() || one.equals("null") ? "password" : one.split("@", 2)[0];
  }

  private static List<String> groups(JsonNode ids) {
    List<String> groups = new ArrayList<>();
    ids.forEach(id -> groups.add(id.asText()));
    return groups;
  }
}

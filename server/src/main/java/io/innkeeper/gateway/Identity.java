package io.innkeeper.gateway;

import io.innkeeper.usage.CallKind;
import io.innkeeper.usage.EndUser;
import io.vertx.core.MultiMap;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who calls and what for, from the headers of a call. Only a workspace's own key is believed. */
final class Identity {
  private static final String SIGNED = "x-openwebui-user-jwt";
  private static final String USER_ID = "x-openwebui-user-id";
  private static final String USER_NAME = "x-openwebui-user-name";
  private static final String USER_EMAIL = "x-openwebui-user-email";
  private static final String TASK = "x-innkeeper-task";
  private static final int LONGEST = 200;

  private Identity() {}

  /** The virtual key that was shown, in either of the two usual headers. */
  static Optional<String> key(MultiMap headers) {
    String bearer = headers.get("authorization");
    if (bearer != null && bearer.regionMatches(true, 0, "Bearer ", 0, 7)) {
      return filled(bearer.substring(7).strip());
    }
    return filled(headers.get("x-api-key"));
  }

  /** The person: proven by the workspace's signature, or as its plain headers say. */
  static Optional<EndUser> user(KnownKey key, MultiMap headers, Instant now) {
    if (!key.workspace()) return Optional.empty();
    String signed = headers.get(SIGNED);
    if (signed != null) {
      return key.identity().flatMap(secret -> SignedUser.verified(signed, secret, now));
    }
    return filled(headers.get(USER_ID))
        .map(
            id ->
                new EndUser(
                    cut(id),
                    cut(decoded(headers.get(USER_NAME))),
                    cut(decoded(headers.get(USER_EMAIL))),
                    false));
  }

  /** The kind, refined by what the workspace says the call is for. */
  static CallKind kind(KnownKey key, Endpoint endpoint, MultiMap headers) {
    String task = key.workspace() ? headers.get(TASK) : null;
    if (task == null || task.isEmpty() || endpoint.kind() != CallKind.CHAT) return endpoint.kind();
    return switch (task) {
      case "title_generation" -> CallKind.TITLE;
      case "tags_generation" -> CallKind.TAGS;
      case "follow_up_generation" -> CallKind.FOLLOW_UP;
      case "query_generation" -> CallKind.QUERY;
      case "emoji_generation" -> CallKind.EMOJI;
      case "autocomplete_generation" -> CallKind.AUTOCOMPLETE;
      default -> CallKind.OTHER_TASK;
    };
  }

  private static Optional<String> filled(@Nullable String text) {
    return Optional.ofNullable(text).filter(given -> !given.isBlank());
  }

  private static String decoded(@Nullable String text) {
    if (text == null) return "";
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return text;
    }
  }

  private static String cut(String text) {
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
  }
}

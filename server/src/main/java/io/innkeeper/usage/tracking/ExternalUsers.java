package io.innkeeper.usage.tracking;

import io.innkeeper.secret.Secret;

/** The reference's external ids of people: the organisation's own, and eight digits of a hash. */
record ExternalUsers(String prefix) {
  private static final String EXAMPLE = "123e4567-e89b-12d3-a456-426614174000";
  private static final int DIGITS = 8;

  String of(String user) {
    return prefix + "_user_" + Secret.of(user).digest().substring(0, DIGITS);
  }

  UserMapping info(String organisation) {
    return new UserMapping(prefix, organisation, prefix + "_user_{user_hash}", of(EXAMPLE));
  }
}

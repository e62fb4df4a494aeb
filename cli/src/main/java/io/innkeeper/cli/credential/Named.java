package io.innkeeper.cli.credential;

import io.innkeeper.cli.desk.Desk;
import io.innkeeper.cli.desk.ExitCode;
import io.innkeeper.cli.desk.Lists;
import io.innkeeper.cli.desk.Query;
import io.innkeeper.cli.desk.Refusal;
import io.innkeeper.client.CredentialView;
import java.util.List;
import java.util.UUID;

/**
 * A credential as it is typed: its id, or {@code ENVIRONMENT/HOST/USER} and if need be its type.
 *
 * @param changing it is to be changed, so what VCF Installer told of the same account doesn't count
 */
record Named(Desk desk, boolean changing) {
  static final String HOW = "Its id, or ENVIRONMENT/HOST/USER, with /TYPE where there are several.";

  UUID id(String typed) {
    try {
      return UUID.fromString(typed);
    } catch (IllegalArgumentException e) {
      return found(typed, typed.split("/", 4));
    }
  }

  private UUID found(String typed, String[] parts) {
    if (parts.length < 3)
      throw new Refusal(ExitCode.USAGE, "“" + typed + "” names no credential.", HOW);
    Query query =
        Query.of("/environments/{}/credentials", parts[0])
            .with("host", parts[1])
            .with("username", parts[2]);
    if (parts.length == 4) query = query.with("credential-type", parts[3]);
    List<CredentialView> all =
        new Lists(desk)
            .all(query, CredentialView.class).stream()
                .filter(one -> one.host().equalsIgnoreCase(parts[1]))
                .filter(one -> one.username().equals(parts[2]))
                .filter(one -> !changing || one.source().equals("manager"))
                .toList();
    if (all.size() == 1) return all.getFirst().id();
    if (all.isEmpty())
      throw new Refusal(
          ExitCode.NOT_FOUND,
          "There is no credential " + typed + ".",
          "See them with: innkeeper credential list " + parts[0]);
    throw new Refusal(
        ExitCode.USAGE,
        all.size() + " credentials are called so; nothing was read.",
        "Name one by its id: "
            + String.join(", ", all.stream().map(one -> one.id() + " " + kind(one)).toList()));
  }

  private static String kind(CredentialView one) {
    return "(" + one.credentialType() + ", " + one.source() + ")";
  }
}

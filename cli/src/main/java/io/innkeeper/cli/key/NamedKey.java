package io.innkeeper.cli.key;

import io.innkeeper.cli.desk.Desk;
import io.innkeeper.cli.desk.ExitCode;
import io.innkeeper.cli.desk.Lists;
import io.innkeeper.cli.desk.Query;
import io.innkeeper.cli.desk.Refusal;
import io.innkeeper.client.KeyView;
import java.util.List;
import java.util.UUID;

/** One of an organisation's keys as people name it. */
record NamedKey(Desk desk, String org) {

  /**
   * The id of the key with this id or name.
   *
   * @throws Refusal when none or several are called so
   */
  UUID id(String named) {
    List<UUID> found =
        new Lists(desk)
            .all(Query.of("/organisations/{}/keys", org).when(true, "all"), KeyView.class).stream()
                .filter(key -> key.id().toString().equals(named) || called(key, named))
                .map(KeyView::id)
                .toList();
    if (found.size() == 1) return found.getFirst();
    String see = "See them with: innkeeper key list " + org;
    if (found.isEmpty())
      throw new Refusal(ExitCode.NOT_FOUND, "There is no key “" + named + "”.", see);
    throw new Refusal(
        ExitCode.CONFLICT,
        found.size() + " keys are called “" + named + "”.",
        "Give the id of one. " + see);
  }

  /** One that was revoked no longer stands in the way of another of its name. */
  private static boolean called(KeyView key, String named) {
    return key.name().equals(named) && !key.state().equals("revoked");
  }
}

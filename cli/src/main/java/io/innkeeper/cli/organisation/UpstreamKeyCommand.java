package io.innkeeper.cli.organisation;

import io.innkeeper.cli.desk.Desk;
import io.innkeeper.cli.desk.GivenSecret;
import io.innkeeper.cli.desk.Query;
import io.innkeeper.client.GivenUpstreamKey;
import io.innkeeper.client.OrganisationView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code innkeeper org upstream-key} */
@Command(
    name = "upstream-key",
    description = "Give the key an organisation's model calls go out with; it is sealed.",
    footer = {"", "For example: innkeeper org upstream-key brzoza < key.txt"})
public final class UpstreamKeyCommand implements Runnable {
  private final Desk desk;

  @Parameters(paramLabel = "ORG", description = "Its slug or id.")
  private String org = "";

  @Mixin private GivenSecret secret = new GivenSecret();

  public UpstreamKeyCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public void run() {
    GivenUpstreamKey given = new GivenUpstreamKey(secret.read(desk.terminal(), "Upstream key:"));
    desk.show(
        desk.client().put(Query.of("/organisations/{}/upstream-key", org).path(), given),
        OrganisationView.class,
        OrganisationView::slug,
        one -> one.slug() + " has a new upstream key. Its next model call goes out with it.");
  }
}

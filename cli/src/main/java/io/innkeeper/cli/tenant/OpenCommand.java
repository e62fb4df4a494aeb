package io.innkeeper.cli.tenant;

import io.innkeeper.cli.desk.Desk;
import io.innkeeper.cli.desk.Query;
import io.innkeeper.cli.tenant.TenantValues.FirstAdmin;
import io.innkeeper.client.NewTenant;
import io.innkeeper.client.TenantView;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code innkeeper tenant open} */
@Command(
    name = "open",
    description = "Open a tenant for an organisation.",
    footer = {
      "",
      "For example: innkeeper tenant open brzoza \"Brzoza\" --admin-email anna@brzoza.example"
    })
public final class OpenCommand implements Runnable {
  private final Desk desk;

  @Parameters(index = "0", paramLabel = "ORG", description = "Who pays, by slug or id.")
  private String org = "";

  @Parameters(index = "1", paramLabel = "NAME", description = "As people write it.")
  private String name = "";

  @Option(
      names = "--slug",
      paramLabel = "SLUG",
      description = "Its short name, for good; made from the name when not given.")
  private Optional<String> slug = Optional.empty();

  @Option(
      names = "--admin-email",
      paramLabel = "ADDRESS",
      description = "The client's first admin; the password is shown once.")
  private Optional<String> adminEmail = Optional.empty();

  @Option(names = "--admin-name", paramLabel = "NAME", description = "The first admin's name.")
  private Optional<String> adminName = Optional.empty();

  @Mixin private TenantValues values = new TenantValues();
  @Mixin private Order order = new Order();

  public OpenCommand(Desk desk) {
    this.desk = desk;
  }

  @Override
  public void run() {
    NewTenant wanted = values.create(org, name, slug, new FirstAdmin(adminEmail, adminName));
    String path = order.path(new Query("/tenants"));
    order.answer(desk, desk.client().post(path, wanted), OpenCommand::opened);
  }

  private static String opened(TenantView one) {
    String reached = TenantText.reached(one);
    if (one.firstAdmin() == null) return reached;
    return "%s%nIts first admin is %s; the password, once: innkeeper tenant first-admin %s"
        .formatted(reached, one.firstAdmin(), one.slug());
  }
}

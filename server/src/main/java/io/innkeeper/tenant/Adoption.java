package io.innkeeper.tenant;

import io.innkeeper.caller.Actor;
import io.innkeeper.client.Adopting;
import io.innkeeper.client.AdoptionView;
import io.innkeeper.client.AdoptionView.Adopted;
import io.innkeeper.client.AdoptionView.Skipped;
import io.innkeeper.client.NewTenant;
import io.innkeeper.engine.ContainerName;
import io.innkeeper.engine.ContainerState;
import io.innkeeper.engine.EngineException;
import io.innkeeper.fault.Fault;
import io.innkeeper.job.Job;
import io.innkeeper.openwebui.Release;
import io.innkeeper.openwebui.ServiceAccount;
import io.innkeeper.secret.Secret;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes tenants of containers that are there already: of those that a lost store knew, and of an
 * Open WebUI that somebody else runs. What can't be taken along is listed, never guessed; the rest
 * is a job.
 */
public final class Adoption {
  private static final List<String> NEVER_HELD =
      List.of("earlier desired states", "jobs and their logs", "the audit before the loss");

  /** Makes sure the owner exists and answers its id. */
  public interface OwnerOf {
    UUID ensure(ContainerPlan.Owner owner, Actor by);
  }

  private final AdoptionBook book;
  private final Newcomers newcomers;
  private final TenantHost host;
  private final TenantSettings settings;
  private final OwnerOf owners;
  private final Clock clock;

  Adoption(
      AdoptionBook book,
      Newcomers newcomers,
      TenantHost host,
      TenantSettings settings,
      OwnerOf owners,
      Clock clock) {
    this.book = book;
    this.newcomers = newcomers;
    this.host = host;
    this.settings = settings;
    this.owners = owners;
    this.clock = clock;
  }

  /**
   * Adopts every container of this Innkeeper that the store doesn't know, a job each. With {@code
   * dryRun} only says which.
   */
  public AdoptionView lost(boolean dryRun, Actor by) {
    List<Adopted> adopted = new ArrayList<>();
    List<Skipped> skipped = new ArrayList<>();
    for (ContainerState one : ours()) {
      try {
        lost(new LabelledContainer(one), dryRun, by)
            .ifPresentOrElse(adopted::add, () -> skipped.add(known(one)));
      } catch (Fault e) {
        skipped.add(new Skipped(one.name().value(), e.said()));
      }
    }
    return new AdoptionView(adopted, skipped);
  }

  private List<ContainerState> ours() {
    try {
      return host.engine().withLabels(Map.of(Labels.INSTANCE, host.host().prefix()));
    } catch (EngineException e) {
      throw EngineFaults.of(e);
    }
  }

  private Optional<Adopted> lost(LabelledContainer found, boolean dryRun, Actor by) {
    if (found.keptAside()) {
      throw Fault.conflict(
          "kept-container", "It was kept aside during an update; the container beside it counts.");
    }
    if (book.knows(found.id())) return Optional.empty();
    String name = found.container().name().value();
    AppSecrets secrets = found.secrets();
    // Everything is read before anything is written.
    found.tenant(found.id(), "", clock.instant());
    if (dryRun) return Optional.of(new Adopted(found.slug(), name, NEVER_HELD, null));
    UUID organisation = owners.ensure(found.owner(), by);
    Tenant tenant = found.tenant(organisation, version(found), clock.instant());
    Job job = book.lost(tenant, secrets, name, by);
    return Optional.of(new Adopted(found.slug(), name, NEVER_HELD, job.id()));
  }

  /**
   * Adopts a container that somebody else made: its data is copied, its own container stopped and
   * kept.
   *
   * @param organisation who pays from now on
   */
  public AdoptionView foreign(Adopting given, UUID organisation, boolean dryRun, Actor by) {
    ContainerName name = new ContainerName(text(given.container()));
    ForeignContainer found = foreign(host, name).checked();
    TenantInput.Asked asked = new TenantInput(settings).asked(asked(given, found));
    book.refuseTaken(asked.slug());
    ServiceAccount account = account(given);
    if (dryRun) return view(asked, name, found, null);
    Job job =
        book.foreign(
            handle -> newcomers.of(handle, organisation, asked, by),
            found.secretKey(),
            account,
            name.value(),
            by);
    return view(asked, name, found, job.id());
  }

  /**
   * A container that somebody else made.
   *
   * @throws Fault NOT_FOUND if there is none of this name
   */
  static ForeignContainer foreign(TenantHost host, ContainerName name) {
    try {
      ContainerState state = host.engine().find(name).orElseThrow(() -> notThere(name));
      return new ForeignContainer(
          state, host.engine().belongings(name).orElseThrow(() -> notThere(name)));
    } catch (EngineException e) {
      throw EngineFaults.of(e);
    }
  }

  private static NewTenant asked(Adopting given, ForeignContainer found) {
    String name = text(given.displayName());
    String image = text(given.image());
    return new NewTenant(
        text(given.organisation()),
        name.isEmpty() ? found.container().name().value() : name,
        given.slug(),
        image.isEmpty() ? found.belongings().image() : image,
        null,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  private static ServiceAccount account(Adopting given) {
    String email = text(given.adminEmail());
    String password = given.adminPassword() == null ? "" : given.adminPassword();
    if (email.isEmpty())
      throw Fault.invalidField(
          "adminEmail",
          "admin-missing",
          "Name an admin of that workspace: Innkeeper uses the account as its own.");
    if (password.isEmpty())
      throw Fault.invalidField(
          "adminPassword", "admin-password-missing", "The password of that admin is needed.");
    return new ServiceAccount(email, Secret.of(password), "Innkeeper");
  }

  private static AdoptionView view(
      TenantInput.Asked asked, ContainerName name, ForeignContainer found, @Nullable UUID job) {
    Adopted one = new Adopted(asked.slug().value(), name.value(), found.lost(), job);
    return new AdoptionView(List.of(one), List.of());
  }

  private String version(LabelledContainer found) {
    return host.engine()
        .image(found.image())
        .flatMap(facts -> Release.of(found.image(), facts.labels()))
        .map(Release::toString)
        .orElse("");
  }

  private static Skipped known(ContainerState container) {
    return new Skipped(container.name().value(), "The store knows it already.");
  }

  private static Fault notThere(ContainerName name) {
    return Fault.notFound("no-such-container", "There is no container " + name + " here.")
        .advising("See docker ps --all for its exact name.");
  }

  private static String text(@Nullable String given) {
    return given == null ? "" : given.strip();
  }
}

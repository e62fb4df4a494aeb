package io.innkeeper.console;

import io.innkeeper.access.AccessSettings;
import io.innkeeper.access.ApiTokens;
import io.innkeeper.access.Operator;
import io.innkeeper.access.OperatorPasswords;
import io.innkeeper.access.Operators;
import io.innkeeper.access.Sessions;
import io.innkeeper.access.SignIn;
import io.innkeeper.advisor.Advisor;
import io.innkeeper.audit.AuditTrail;
import io.innkeeper.branding.BrandRoom;
import io.innkeeper.caller.Principal;
import io.innkeeper.console.view.Action;
import io.innkeeper.console.view.Banner;
import io.innkeeper.console.view.Sentence;
import io.innkeeper.console.view.WindowState;
import io.innkeeper.doctor.Doctor;
import io.innkeeper.engine.ContainerEngine;
import io.innkeeper.fault.Fault;
import io.innkeeper.household.Household;
import io.innkeeper.http.Call;
import io.innkeeper.ingress.ConsoleCertificate;
import io.innkeeper.ingress.IngressRoom;
import io.innkeeper.job.Jobs;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.organisation.Organisations;
import io.innkeeper.person.PersonRoom;
import io.innkeeper.schedule.TaskBoard;
import io.innkeeper.settings.EffectiveSetting;
import io.innkeeper.tenant.Tenant;
import io.innkeeper.tenant.TenantRoom;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The rooms that pages look into. {@code fingerprint} is empty once the certificate isn't
 * self-signed.
 */
public record ConsoleParts(
    String hostName,
    String fingerprint,
    Optional<String> notice,
    Clock clock,
    AuditTrail audit,
    Operators operators,
    OperatorPasswords passwords,
    Sessions sessions,
    SignIn signIn,
    Organisations organisations,
    TenantRoom tenants,
    Jobs jobs,
    TaskBoard schedule,
    ContainerEngine engine,
    ApiTokens tokens,
    AccessSettings access,
    List<EffectiveSetting> effective,
    Doctor doctor,
    MoneyParts money,
    PersonRoom people,
    Advisor advisor,
    IngressRoom ingress,
    AppParts app,
    BrandRoom brands,
    VaultParts vault,
    Household household) {

  /** Empty once it isn't self-signed, also when it was changed since the start. */
  @Override
  public String fingerprint() {
    return ingress
        .console()
        .map(ConsoleCertificate::shown)
        .map(one -> one.selfMade() ? one.fingerprint() : "")
        .orElse(fingerprint);
  }

  /** What concerns the whole house, else what the operator wants everybody to know. */
  Optional<Banner> onTop() {
    return houseBanner()
        .or(
            () ->
                notice.map(
                    words -> new Banner(WindowState.WAITING, words, Sentence.NONE, List.of())));
  }

  /** The tenants this caller may see, by slug. */
  List<Tenant> visible(Principal person) {
    return tenants.tenants().all().stream()
        .filter(tenant -> person.maySee(tenant.organisation()))
        .toList();
  }

  long tenantCount(Principal person) {
    return tenants.counts().byOrganisation().entrySet().stream()
        .filter(each -> person.maySee(each.getKey()))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  long organisationCount(Principal person) {
    return organisations.all().stream().filter(one -> person.maySee(one.id())).count();
  }

  /** The day that most organisations have; each one's own pages ask for its own. */
  LocalDate today() {
    return Organisation.commonDay(organisations.all(), clock.instant());
  }

  int unendedJobs() {
    return jobs.unended();
  }

  /** The operator that the address names. */
  Operator operator(Call call) {
    String name = call.path("operator");
    return operators.list().stream()
        .filter(operator -> operator.name().value().equals(name))
        .findFirst()
        .orElseThrow(
            () -> Fault.notFound("operator-not-found", "There is no operator “" + name + "”."));
  }

  Optional<Operator> operator(UUID id) {
    return operators.find(id);
  }

  /**
   * What concerns the whole house: an engine that doesn't answer. Told from what the reconciler
   * last saw.
   */
  Optional<Banner> houseBanner() {
    if (!tenants.counts().anyUnknown()) return Optional.empty();
    return Optional.of(
        new Banner(
            WindowState.FAILED,
            "The container engine does not answer.",
            Sentence.of(
                "Tenants may well be running; we can’t see or change them. Nothing is lost, and Innkeeper reconnects by"
                    + " itself."),
            List.of(Action.go("What to check", "/health"))));
  }
}

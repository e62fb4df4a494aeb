package io.innkeeper.tenant;

import io.innkeeper.client.TenantsWhere;
import io.innkeeper.fault.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Several tenants as somebody names them: one by one, by what they are, or both. */
public final class ChosenTenants {
  private final Supplier<List<Tenant>> all;
  private final Function<UUID, ContainerPlan.Owner> owners;

  ChosenTenants(Supplier<List<Tenant>> all, Function<UUID, ContainerPlan.Owner> owners) {
    this.all = all;
    this.owners = owners;
  }

  /**
   * Those that are meant, each once.
   *
   * @param named slugs or ids; none for all that fit
   * @param maySee whether the caller may see an organisation's tenants
   * @throws Fault INVALID naming every one that isn't there, or when nothing was said at all
   */
  public List<Tenant> of(
      @Nullable List<String> named, @Nullable TenantsWhere where, Predicate<UUID> maySee) {
    List<Tenant> visible =
        all.get().stream().filter(one -> maySee.test(one.organisation())).toList();
    List<String> names = named == null ? List.of() : named;
    if (names.isEmpty() && (where == null || empty(where)))
      throw Fault.invalidField("tenants", "no-tenants", "Say which tenants are meant.");
    List<Tenant> chosen = names.isEmpty() ? visible : named(names, visible);
    return chosen.stream().distinct().filter(one -> where == null || fits(one, where)).toList();
  }

  private static List<Tenant> named(List<String> names, List<Tenant> visible) {
    List<Tenant> chosen = new ArrayList<>();
    List<Fault.Field> problems = new ArrayList<>();
    for (String name : names) {
      Optional<Tenant> found =
          visible.stream()
              .filter(one -> one.slug().value().equals(name) || one.id().toString().equals(name))
              .findFirst();
      found.ifPresentOrElse(
          chosen::add,
          () -> problems.add(new Fault.Field("tenants", "There is no tenant “" + name + "”.")));
    }
    if (problems.isEmpty()) return chosen;
    throw Fault.invalid("no-such-tenant", problems.getFirst().said()).about(problems);
  }

  private boolean fits(Tenant tenant, TenantsWhere where) {
    String version = tenant.image().map(Tenant.ResolvedImage::appVersion).orElse("");
    return same(where.organisation(), owners.apply(tenant.organisation()).slug())
        && same(where.version(), version)
        && same(where.kind(), tenant.spec().kind().word())
        && same(where.state(), tenant.condition().state().word());
  }

  private static boolean same(@Nullable String wanted, String is) {
    return wanted == null || wanted.isBlank() || wanted.strip().equals(is);
  }

  private static boolean empty(TenantsWhere where) {
    for (String one : new String[] {where.organisation(), where.version(), where.kind()})
      if (one != null && !one.isBlank()) return false;
    return where.state() == null || where.state().isBlank();
  }
}

package io.innkeeper.tenant;

import static io.innkeeper.tenant.ToldStep.step;
import static io.innkeeper.tenant.ToldStep.told;

import io.innkeeper.job.Step;
import io.innkeeper.openwebui.AppDatabase;
import io.innkeeper.openwebui.AppInputs;
import io.innkeeper.openwebui.ExtraVariables;
import io.innkeeper.openwebui.ServiceAccount;
import io.innkeeper.tenant.Tenant.ResolvedImage;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Steps that work on the app's database while the app rests. */
final class RepairSteps {
  private static final String COPIED = "database-copied";

  private final TenantDesk desk;
  private final TenantHost host;
  private final DatabaseCopies copies;

  RepairSteps(TenantDesk desk, TenantHost host, DatabaseCopies copies) {
    this.desk = desk;
    this.host = host;
    this.copies = copies;
  }

  /**
   * Another version may migrate the app's database, which only a copy can take back. What counts is
   * the build that was last proven on it, whether or not a container is left of it.
   */
  Step keepDatabase(UUID id) {
    return step(
            "Keep a copy of the database",
            progress -> {
              Tenant tenant = desk.get(id);
              if (!host.atRest(tenant) || sameBuild(tenant) || !copies.possible(tenant)) return;
              if (elsewhere(id)) {
                progress.say("The build changes; a database that DATABASE_URL names isn't copied");
                return;
              }
              progress.remember(COPIED, "yes");
              copies.keep(tenant);
              progress.say("The build changes, so the database was copied first");
            })
        .undoneBy(
            told(
                progress -> {
                  Tenant tenant = desk.get(id);
                  boolean aside = host.oldContainer(tenant).isPresent();
                  if (!aside && progress.recall(COPIED).isEmpty()) return;
                  // Without one kept aside the new container is still there, on the database.
                  if (!aside) host.stop(tenant);
                  copies.putBack(tenant);
                }));
  }

  private boolean sameBuild(Tenant tenant) {
    Optional<String> wanted = tenant.image().map(ResolvedImage::id);
    Optional<String> aside = host.oldContainer(tenant).map(old -> old.actual().imageId());
    Optional<String> proven = desk.provenBuild(tenant.id());
    return proven.or(() -> aside).equals(wanted) && aside.or(() -> proven).equals(wanted);
  }

  /** Nobody may use the app while its database is worked on; on the way back it serves again. */
  Step rest(UUID id, Step stop) {
    return stop.undoneBy(
        told(
            progress -> {
              host.start(desk.get(id));
              progress.say("The app was started as it was before");
            }));
  }

  /** As a file, or, of one in PostgreSQL, the rows that will be changed, kept beside them. */
  Step copyDatabase(UUID id, Optional<String> email) {
    return step(
            "Keep a copy of the database",
            progress -> {
              if (elsewhere(id)) rows(id, rows -> rows.keepRows(whom(id, email)));
              else copies.keep(desk.get(id));
            })
        .undoneBy(
            progress -> {
              if (elsewhere(id)) rows(id, AppDatabase::putRowsBack);
              else copies.putBack(desk.get(id));
            });
  }

  /** A copy as a file goes with the rest that was kept. */
  Step forgetRows(UUID id) {
    return step(
        "Clear up in the database",
        progress -> {
          if (elsewhere(id)) rows(id, AppDatabase::forgetRows);
        });
  }

  private void rows(UUID id, Consumer<AppDatabase> work) {
    try (AppDatabase database = copies.open(desk.get(id), desk.inputs(desk.get(id)).extra())) {
      work.accept(database);
    }
  }

  private String whom(UUID id, Optional<String> email) {
    return email.orElseGet(() -> desk.inputs(desk.get(id)).serviceAccount().email());
  }

  /** Innkeeper's own account also gets the password that Innkeeper knows. */
  Step repairAdmin(UUID id, Optional<String> email, boolean secondFactorOff) {
    return step(
        "Let the admin in again",
        progress -> {
          AppInputs inputs = desk.inputs(desk.get(id));
          ServiceAccount own = inputs.serviceAccount();
          String who = whom(id, email);
          boolean ours = who.equalsIgnoreCase(own.email());
          try (AppDatabase database = copies.open(desk.get(id), inputs.extra())) {
            AppDatabase.Before before =
                database.makeAdmin(
                    who, ours ? Optional.of(own.password()) : Optional.empty(), secondFactorOff);
            progress.say(who + " was " + before.role() + " and is admin");
          } finally {
            if (!elsewhere(id)) copies.own(desk.get(id));
          }
        });
  }

  /** The same as starting, but stopped again on the way back, so that the copy can be put back. */
  Step startRepaired(UUID id, Step start) {
    return start.undoneBy(told(progress -> host.stop(desk.get(id))));
  }

  private boolean elsewhere(UUID id) {
    return ExtraVariables.databaseElsewhere(desk.inputs(desk.get(id)).extra());
  }
}

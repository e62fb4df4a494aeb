package io.innkeeper.tenant;

import static io.innkeeper.tenant.ToldStep.step;
import static io.innkeeper.tenant.ToldStep.told;

import io.innkeeper.job.Step;
import io.innkeeper.openwebui.AppDatabase;
import io.innkeeper.openwebui.AppInputs;
import io.innkeeper.openwebui.ExtraVariables;
import io.innkeeper.openwebui.ServiceAccount;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** Steps that work on the app's database while the app rests. */
final class RepairSteps {
  private final TenantDesk desk;
  private final TenantHost host;
  private final DatabaseCopies copies;

  RepairSteps(TenantDesk desk, TenantHost host, DatabaseCopies copies) {
    this.desk = desk;
    this.host = host;
    this.copies = copies;
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

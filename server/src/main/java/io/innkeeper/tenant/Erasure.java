package io.innkeeper.tenant;

import io.innkeeper.audit.AuditEvent;
import io.innkeeper.audit.AuditTrail;
import io.innkeeper.caller.Actor;
import io.innkeeper.fault.Fault;
import io.innkeeper.job.Progress;
import io.innkeeper.job.Step;
import io.innkeeper.tenant.Tenant.Wanted;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Map;
import java.util.UUID;

/** The end of a tenant: its folder and secrets go; the audit keeps a certificate of what went. */
final class Erasure {
  static final String STEP = "Erase the data";
  private static final String FILES = "files";

  private final TenantDesk desk;
  private final ContainerPlan.Host host;
  private final AuditTrail audit;

  Erasure(TenantDesk desk, ContainerPlan.Host host, AuditTrail audit) {
    this.desk = desk;
    this.host = host;
    this.audit = audit;
  }

  private record Tally(long files, long bytes) {}

  Step step(UUID id, Actor by) {
    return Step.of(STEP, progress -> erase(id, by, progress))
        .undoneBy(
            progress -> {
              if (begun(progress)) throw gone();
            });
  }

  /** Whether there is no way back any more. */
  static boolean begun(Progress progress) {
    return !progress.recall(FILES).isEmpty();
  }

  private void erase(UUID id, Actor by, Progress progress) {
    Tenant tenant = desk.get(id);
    if (tenant.wanted() == Wanted.ERASED) return;
    Tally before = recalled(progress.recall(FILES), progress.recall("bytes"));
    Tally found = count(folder(tenant));
    // After a crash in the middle the certificate still counts what was there at first.
    Tally tally = before.files() > found.files() ? before : found;
    progress.remember(FILES, Long.toString(tally.files()));
    progress.remember("bytes", Long.toString(tally.bytes()));
    delete(folder(tenant));
    certify(tenant, tally, by);
    desk.settled(tenant);
    progress.say("Erased %d files of %d bytes".formatted(tally.files(), tally.bytes()));
  }

  private static Fault gone() {
    return Fault.conflict("erase-begun", "What was erased does not come back.")
        .advising("Erase the tenant again to go on with the rest.");
  }

  private void certify(Tenant tenant, Tally tally, Actor by) {
    Map<String, Object> gone =
        Map.of("files", tally.files(), "bytes", tally.bytes(), "id", tenant.id().toString());
    AuditEvent certificate =
        AuditEvent.done(by, "tenant.erased", "tenant " + tenant.slug())
            .changing(gone, Map.of())
            .noting(
                "Certificate of erasure: container, network, folder, secrets and the keys of its"
                    + " names' certificates are gone.");
    desk.erased(tenant, "Erased by " + by.name(), handle -> audit.record(handle, certificate));
  }

  private Path folder(Tenant tenant) {
    return host.tenants().resolve(tenant.slug().value());
  }

  private static Tally recalled(String files, String bytes) {
    return files.isEmpty()
        ? new Tally(0, 0)
        : new Tally(Long.parseLong(files), Long.parseLong(bytes));
  }

  private static Tally count(Path folder) {
    long[] sums = new long[2];
    walk(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes facts) {
            sums[0]++;
            sums[1] += facts.size();
            return FileVisitResult.CONTINUE;
          }
        });
    return new Tally(sums[0], sums[1]);
  }

  private static void delete(Path folder) {
    walk(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes facts)
              throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(
              Path directory, @org.jspecify.annotations.Nullable IOException failure)
              throws IOException {
            if (failure != null) throw failure;
            Files.delete(directory);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private static void walk(Path folder, SimpleFileVisitor<Path> visitor) {
    if (!Files.exists(folder)) return;
    try {
      Files.walkFileTree(folder, visitor);
    } catch (IOException e) {
      throw Fault.of(
              Fault.Kind.UNAVAILABLE,
              "erase-files",
              "Tried to erase " + folder + " but could not finish.")
          .advising(
              "Check the rights and the disk; starting the erasure again goes on where it stopped.")
          .because(e);
    }
  }
}

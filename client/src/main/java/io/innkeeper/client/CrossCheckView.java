package io.innkeeper.client;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * The ledger beside what others counted.
 *
 * @param timeZone where the organisation's days begin; the upstream's are UTC
 * @param to included
 * @param upstream latest days first
 * @param unknowable what a workspace's database can't know
 */
public record CrossCheckView(
    UUID organisation,
    String timeZone,
    LocalDate from,
    LocalDate to,
    List<ComparisonView> upstream,
    List<WorkspaceCheckView> workspaces,
    String unknowable) {
  public CrossCheckView {
    upstream = List.copyOf(upstream);
    workspaces = List.copyOf(workspaces);
  }
}

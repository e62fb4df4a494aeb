package io.innkeeper.branding.licence;

/**
 * People of 30 days over all tenants, as far as their workspaces could be asked.
 *
 * @param unread running workspaces that were not read for days
 */
public record EndUserCount(int people, int unread) {
  /** What is missing from it, as a sentence with a space before it; empty if nothing is. */
  String gap() {
    if (unread == 0) return "";
    return unread == 1
        ? " One running workspace was not read for days, so there may be more."
        : " %d running workspaces were not read for days, so there may be more.".formatted(unread);
  }
}

package io.innkeeper.person;

import io.innkeeper.fault.Fault;
import io.innkeeper.tenant.Tenant;
import java.util.List;

/**
 * What is to be done to whom, and where.
 *
 * @param people somebody known by the address, or those who are to be added
 * @param group its name, for adding to a group; else empty
 * @param confirm the address again, to delete
 */
public record WideAsked(
    WideVerb verb,
    List<PersonInput> people,
    List<Tenant> tenants,
    String group,
    String reason,
    String confirm) {
  private static final int LONGEST_REASON = 500;
  private static final int MOST = 2_000;

  public WideAsked {
    people = List.copyOf(people);
    tenants = List.copyOf(tenants);
    group = group.strip();
    reason = reason.strip();
    if (people.isEmpty())
      throw Fault.invalidField("email", "people-missing", "Say whom it is about.");
    if (tenants.isEmpty())
      throw Fault.invalidField("tenants", "no-tenants", "No tenant is chosen, or none fits.");
    if (people.size() * tenants.size() > MOST)
      throw Fault.invalidField(
          "people", "too-many-people", "At most 2,000 accounts at once: people times workspaces.");
    if (reason.length() > LONGEST_REASON)
      throw Fault.invalidField("reason", "reason-too-long", "A reason has at most 500 characters.");
    if (verb == WideVerb.ADD_TO_GROUP && group.isEmpty())
      throw Fault.invalidField("group", "group-missing", "Say to which group.");
  }

  /** Deleting wants the address typed again. */
  void refuseUnconfirmed() {
    if (verb != WideVerb.DELETE) return;
    String email = people.getFirst().email();
    if (email.equalsIgnoreCase(confirm.strip())) return;
    throw Fault.invalidField(
        "confirm",
        "delete-not-confirmed",
        "Type " + email + " to delete the accounts. Nothing was deleted.");
  }
}

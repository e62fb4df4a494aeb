package io.innkeeper.doctor;

import io.innkeeper.branding.LicenceWatch.Watched;
import io.innkeeper.branding.licence.LicenceStanding;
import java.util.List;
import java.util.function.Supplier;

/** Says where a tenant's look rests on a ground that ends, comes near its limit, or held once. */
public final class BrandChecks {
  private static final String NAME = "brand licences";

  private BrandChecks() {}

  /** Every look that is laid over an app, against the count of today. */
  public static Check licences(Supplier<List<Watched>> looks) {
    return new NamedCheck(
        NAME,
        () -> {
          List<Finding> findings =
              looks.get().stream().filter(BrandChecks::told).map(BrandChecks::finding).toList();
          return findings.isEmpty()
              ? List.of(Finding.ok(NAME, "Every look rests on a ground that holds."))
              : findings;
        });
  }

  private static boolean told(Watched one) {
    return one.standing().decisionNeeded() || one.standing().near();
  }

  private static Finding finding(Watched one) {
    LicenceStanding standing = one.standing();
    String said = one.tenant().spec().displayName() + ": " + standing.said();
    String meaning =
        "The app's licence allows another look only on such a ground. Record another, or restore"
            + " the upstream's look. This is no legal advice.";
    String command = "innkeeper brand licence show " + one.tenant().slug();
    return standing.holds()
        ? Finding.warn(NAME, said, meaning, command)
        : Finding.bad(NAME, said, meaning, command);
  }
}

package io.innkeeper.access;

import io.innkeeper.fault.Fault;
import io.innkeeper.secret.Secret;
import io.innkeeper.settings.Setting;
import java.util.Optional;

/** The first admin, made when there is none. */
public record AdminSettings(
    @Setting(says = "The first admin's name.", byDefault = "admin") OperatorName name,
    @Setting(
            says =
                "The first admin's password, to be changed at the first sign-in. Without it a"
                    + " random one is shown once, on the terminal and in first-admin.txt of the"
                    + " home.")
        Optional<Secret> password) {

  public AdminSettings {
    if (password.isPresent()) demandStrong(password.get(), name);
  }

  private static void demandStrong(Secret password, OperatorName name) {
    try {
      PasswordRules.demand(password, name);
    } catch (Fault weak) {
      throw Fault.invalid("admin-password", "innkeeper.admin.password: " + weak.said());
    }
  }
}

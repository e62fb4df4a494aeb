package io.innkeeper.access;

import io.innkeeper.secret.Secret;
import io.innkeeper.settings.Setting;
import java.util.Optional;

/** The first admin, made when there is none. */
public record AdminSettings(
    @Setting(says = "The first admin's name.", byDefault = "admin") String name,
    @Setting(
            says =
                "The first admin's password, to be changed at the first sign-in. Without it a"
                    + " random one is shown once, on the terminal and in first-admin.txt of the"
                    + " home.")
        Optional<Secret> password) {}

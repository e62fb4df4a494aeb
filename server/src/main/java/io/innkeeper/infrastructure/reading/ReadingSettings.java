package io.innkeeper.infrastructure.reading;

import io.innkeeper.settings.Setting;
import java.util.Optional;

/** How passwords of the infrastructure are read. */
public record ReadingSettings(
    @Setting(
            says =
                "Whether somebody who reads a password must say why. The reason stands in the"
                    + " audit.",
            byDefault = "true")
        boolean demandReason,
    @Setting(
            says =
                "Where the sealed break-glass copy lies; a folder inside a mounted share keeps it off"
                    + " this machine. It must be there: a share that is not mounted is not made up."
                    + " When not given, break-glass in the home.")
        Optional<String> breakGlassFolder) {}

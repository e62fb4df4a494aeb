package io.innkeeper.branding;

import io.innkeeper.settings.Setting;
import java.time.Duration;

/** How pictures come in, and what happens when nothing allows a look any more. */
public record BrandSettings(
    @Setting(
            says = "Whether pictures may be fetched over http too, not only https.",
            byDefault = "false")
        boolean plainHttp,
    @Setting(says = "How long fetching a picture may take.", byDefault = "10s", atLeast = "1s")
        Duration fetchTimeout,
    @Setting(
            says =
                "Whether the upstream's look is restored by itself when the ground recorded for a"
                    + " tenant's look no longer holds, for example with the 51st end user. Else you"
                    + " are only told.",
            byDefault = "false")
        boolean restoreUpstreamLook) {}

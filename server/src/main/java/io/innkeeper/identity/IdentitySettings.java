package io.innkeeper.identity;

import io.innkeeper.settings.Setting;

/** How tenants' sign-in providers are looked at. */
public record IdentitySettings(
    @Setting(
            says =
                "Whether a sign-in provider may have a private address or answer without TLS: for"
                    + " providers inside the house, and for trying.",
            byDefault = "false")
        boolean privateProviders) {}

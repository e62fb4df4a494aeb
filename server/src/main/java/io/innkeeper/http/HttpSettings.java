package io.innkeeper.http;

import io.innkeeper.settings.Setting;
import java.util.Optional;

/** Where the console and the API listen. */
public record HttpSettings(
    @Setting(says = "The address the console and the API listen on.", byDefault = "0.0.0.0")
        String host,
    @Setting(
            says = "The HTTPS port of the console and the API; 0 lets the machine choose.",
            byDefault = "8443",
            min = 0,
            max = 65_535)
        int port,
    @Setting(
            says =
                "The loopback port of /metrics, /health/live and /health/ready; 0 lets the machine"
                    + " choose.",
            byDefault = "9464",
            min = 0,
            max = 65_535)
        int metricsPort,
    @Setting(
            says = "The largest request body that is read, in bytes.",
            byDefault = "1048576",
            min = 1024)
        long maxBodyBytes,
    @Setting(
            says =
                "A sentence that stands on top of every page of the console, for example before"
                    + " works on this host.")
        Optional<String> notice) {}

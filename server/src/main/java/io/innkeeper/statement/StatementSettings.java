package io.innkeeper.statement;

import io.innkeeper.settings.Setting;

/** When months are closed, and whether statements are issued by themselves. */
public record StatementSettings(
    @Setting(
            says = "The day of the month on which the month before it is closed.",
            byDefault = "2",
            min = 1,
            max = 28)
        int closeDay,
    @Setting(says = "The hour of that day, from 0 to 23.", byDefault = "6", min = 0, max = 23)
        int closeHour,
    @Setting(says = "The time zone of that hour.", byDefault = "Europe/Warsaw") CloseZone closeZone,
    @Setting(
            says =
                "Whether statements whose checks all pass are issued when their month is closed;"
                    + " otherwise they wait for a person.",
            byDefault = "false")
        boolean issueAutomatically) {}

package io.innkeeper.job;

import io.innkeeper.settings.Setting;
import java.time.Duration;

/** How many jobs run at once and how long they are remembered. */
public record JobSettings(
    @Setting(says = "How many jobs run at the same time.", byDefault = "4", min = 1, max = 64)
        int parallel,
    @Setting(says = "How long finished jobs are kept.", byDefault = "90d") Duration keep) {}

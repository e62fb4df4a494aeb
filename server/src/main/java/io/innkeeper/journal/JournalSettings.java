package io.innkeeper.journal;

import io.innkeeper.settings.ByteSize;
import io.innkeeper.settings.Setting;
import java.time.Duration;

/** How the journal is kept. */
public record JournalSettings(
    @Setting(says = "How large one segment of the journal grows.", byDefault = "32MiB")
        ByteSize segment,
    @Setting(
            says = "How long segments are kept after their lines are in the ledger.",
            byDefault = "30d")
        Duration keep) {}

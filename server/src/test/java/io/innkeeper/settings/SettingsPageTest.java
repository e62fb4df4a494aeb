package io.innkeeper.settings;

import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.InnkeeperSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class SettingsPageTest {
  @Test
  void pageSaysWhatTheTypesSay() throws Exception {
    Path page = Path.of("..", "docs", "settings.md");
    String wanted = SettingsPage.of(InnkeeperSettings.class);
    if (Boolean.getBoolean("innkeeper.write")) Files.writeString(page, wanted);
    assertThat(page)
        .as(
            "docs/settings.md is behind the types; run mvn -pl client,server test"
                + " -Dtest=SettingsPageTest -Dinnkeeper.write=true")
        .hasContent(wanted);
  }
}

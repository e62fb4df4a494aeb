package io.innkeeper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.innkeeper.settings.EffectiveSetting;
import io.innkeeper.settings.ReadSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InnkeeperSettingsTest {
  @TempDir Path home;

  @Test
  void fileInTheHomeIsRead() throws Exception {
    Files.writeString(home.resolve("innkeeper.yaml"), "innkeeper: {http: {port: 9000}}");
    var read = InnkeeperSettings.read(List.of("--home", home.toString()), Map.of());
    assertThat(read.settings().http().port()).isEqualTo(9000);
    assertThat(read.settings().home()).isEqualTo(home);
  }

  @Test
  void storePasswordIsNotShown() {
    ReadSettings<InnkeeperSettings> read =
        InnkeeperSettings.read(
            List.of("--home", home.toString()),
            Map.of("INNKEEPER_STORE_URL", "postgresql://ink:hush@db:5433/inn?password=hush2"));
    assertThat(read.effective())
        .extracting(EffectiveSetting::value)
        .contains("postgresql://ink@db:5433/inn");
    assertThat(read.toString()).doesNotContain("hush");
  }

  @Test
  void homeCanNotBeSetInTheHomesOwnFile() throws Exception {
    Files.writeString(home.resolve("innkeeper.properties"), "innkeeper.home=/elsewhere");
    assertThatThrownBy(() -> InnkeeperSettings.read(List.of("--home=" + home), Map.of()))
        .hasMessageContaining("innkeeper.home can't be set in");
  }
}

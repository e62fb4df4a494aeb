package io.innkeeper.openwebui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.innkeeper.engine.ContainerSpec.Tmpfs;
import io.innkeeper.engine.ImageReference;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReleaseTest {
  @ParameterizedTest
  @CsvSource({
    "ghcr.io/open-webui/open-webui:v0.12.4, '', 0.12.4",
    "innkeeper/open-webui:0.11.0, '', 0.11.0",
    "ghcr.io/open-webui/open-webui:main, v0.12.4, 0.12.4",
    "ghcr.io/open-webui/open-webui:v0.12.4-slim, main-slim, 0.12.4-slim",
  })
  void imageSaysWhichReleaseItHolds(String image, String label, String release) {
    assertThat(
            Release.of(
                ImageReference.parse(image), Map.of("org.opencontainers.image.version", label)))
        .map(Release::toString)
        .contains(release);
  }

  @Test
  void movingTagNamesNoRelease() {
    assertThat(Release.of(ImageReference.parse("open-webui:latest"), Map.of())).isEmpty();
  }

  @Test
  void tooOldIsRefusedWithAdvice() {
    assertThatThrownBy(() -> Release.parse("0.9.6")).hasMessageContaining("it knows 0.10 on");
    assertThatThrownBy(() -> Release.parse("newest")).hasMessageContaining("does not name");
  }

  @Test
  void newerThanProvenIsTreatedLikeTheNewestAndSaysSo() {
    Release newer = Release.parse("0.14.0");
    assertThat(newer.proven()).isFalse();
    assertThat(newer.expectedRevision()).isEmpty();
    assertThat(newer.tmpfs()).isEqualTo(Release.parse("0.12.4").tmpfs());
    assertThat(newer.cautions())
        .containsExactly(
            "Innkeeper was not proven with Open WebUI 0.14.0; it is treated like 0.12.4.");
    assertThat(Release.parse("0.11.3").cautions().getFirst()).contains("treated like 0.11.0");
  }

  @Test
  void provenReleasesHaveARevision() {
    assertThat(Release.parse("0.12.4").expectedRevision()).contains("0bd252b206fb");
    assertThat(Release.parse("0.11.0").expectedRevision()).contains("f0bd01a18a3d");
    assertThat(Release.parse("0.10.2").expectedRevision()).contains("42e2978c7933");
    assertThat(Release.parse("0.12.4").cautions()).isEmpty();
  }

  @Test
  void olderReleasesKeepTheirPdfStylesAndFonts() {
    assertThat(Release.parse("0.12.4").tmpfs())
        .extracting(Tmpfs::target)
        .contains(Release.STATIC_DIRECTORY);
    assertThat(Release.parse("0.11.0").tmpfs()).extracting(Tmpfs::target).containsExactly("/tmp");
    assertThat(Release.parse("0.11.0").brandDirectories()).contains(Release.STATIC_DIRECTORY);
  }

  @Test
  void whatTheChosenVersionLacksIsSaid() {
    assertThat(Release.parse("0.10.2").cautions()).anyMatch(text -> text.contains("Python"));
    assertThat(Release.parse("v0.12.4-slim").cautions())
        .anyMatch(text -> text.contains("pgvector"));
  }
}

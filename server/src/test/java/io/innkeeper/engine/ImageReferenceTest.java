package io.innkeeper.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.innkeeper.fault.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageReferenceTest {
  private static final String DIGEST = "sha256:" + "0a".repeat(32);

  @Test
  void partsAreToldApart() {
    ImageReference reference =
        ImageReference.parse("registry.example.org:5000/team/open-webui:v0.12.4@" + DIGEST);
    assertThat(reference.repository()).isEqualTo("registry.example.org:5000/team/open-webui");
    assertThat(reference.tag()).hasValue("v0.12.4");
    assertThat(reference.digest()).hasValue(DIGEST);
  }

  @Test
  void missingTagMeansLatestUnlessPinned() {
    assertThat(ImageReference.parse("open-webui").tag()).hasValue("latest");
    assertThat(ImageReference.parse("open-webui@" + DIGEST).tag()).isEmpty();
  }

  @Test
  void hostWithPortIsNoTag() {
    ImageReference reference = ImageReference.parse("localhost:5000/app");
    assertThat(reference.repository()).isEqualTo("localhost:5000/app");
    assertThat(reference.tag()).hasValue("latest");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "debian:12",
        "ghcr.io/open-webui/open-webui:v0.12.4-slim",
        "a/b__c/d-e.f:T_1",
        "127.0.0.1:5/x:1"
      })
  void writtenAgainItIsTheSame(String text) {
    assertThat(ImageReference.parse(text)).hasToString(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "Open-WebUI:1",
        "a b",
        "app:",
        "app:-1",
        "app@sha256:12",
        "-app",
        "a//b",
        "app:1;rm",
        "https://host/app",
        "app:1\nb"
      })
  void whatIsNoReferenceIsRefusedWithAdvice(String text) {
    assertThatThrownBy(() -> ImageReference.parse(text))
        .isInstanceOfSatisfying(Fault.class, fault -> assertThat(fault.advice()).isPresent());
  }

  @Test
  void longTextIsRefusedAndShownShort() {
    assertThatThrownBy(() -> ImageReference.parse("a".repeat(5_000)))
        .isInstanceOf(Fault.class)
        .message()
        .hasSizeLessThan(200);
  }
}

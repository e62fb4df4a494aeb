package io.innkeeper.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FormScanTest {
  private static final String MODEL =
      "--xyz\r\nContent-Disposition: form-data; name=\"model\"\r\n\r\nacme/lark-mini";
  private static final String END = "\r\n--xyz--\r\n";

  @Test
  void aFormIsReadWhereverItIsCut() {
    String form =
        MODEL
            + "\r\n--xyz\r\ncontent-disposition: form-data; filename=\"ż;a.wav\"; name=file\r\n"
            + "content-type: audio/wav\r\n\r\n\r\n--x\r-\n--xy\r\n\r\r\n--\0"
            + "\r\n--xyz\r\nContent-Type: text/plain; charset=utf-8\r\n"
            + "Content-Disposition: form-data; name=\"n\"\r\n\r\n3"
            + END;
    for (int piece = 1; piece < form.length(); piece++) {
      FormScan scan = scan(form, piece);
      assertThat(scan.whole()).as("in pieces of %d", piece).isTrue();
      assertThat(scan.text(BodyField.MODEL)).contains("acme/lark-mini");
      assertThat(scan.text(BodyField.CHOICES)).contains("3");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--xyz\r\nContent-Disposition: form-data; name='model'\r\n\r\nforbidden/one",
        "--xyz\r\nContent-Disposition: form-data; name*=utf-8''model\r\n\r\nforbidden/one",
        "--xyz\r\nContent-Disposition: form-data; name*0=mod; name*1=el\r\n\r\nforbidden/one",
        "--xyz\r\nContent-Disposition: form-data; name=\"mod%65l\"\r\n\r\nforbidden/one",
        "--xyz\r\nContent-Disposition: form-data; name = model\r\n\r\nforbidden/one",
        "--xyz\r\nContent-Disposition: form-data; x=1; name=x; name=model\r\n\r\nforbidden/one",
        "--xyz\r\nContent-Disposition: form-data; f=\"\\\"; name=model; x=\"\r\n\r\nforbidden/one",
        "--xyz\r\nContent-Disposition: form-data;\r\n name=model\r\n\r\nforbidden/one",
        "--xyz\r\nX: 1\nContent-Disposition: form-data; name=model\r\n\r\nforbidden/one",
        "--xyz\r\nContent-Disposition: form-data; name=x\r\n"
            + "Content-Disposition: form-data; name=model\r\n\r\nforbidden/one",
        "--xyz\nContent-Disposition: form-data; name=model\n\nforbidden/one",
        "--xyz \r\nContent-Disposition: form-data; name=model\r\n\r\nforbidden/one",
        "--xyz\r\n\r\nforbidden/one"
      })
  void whatAnotherReaderCouldTakeForTheModelIsUnclear(String part) {
    assertThat(scan(MODEL + "\r\n" + part + END, 7).unclear()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n", "\r", "\n\n"})
  void aDelimiterBehindHalfALineBreakIsUnclear(String half) {
    String hidden = "--xyz\r\nContent-Disposition: form-data; name=model\r\n\r\nforbidden/one";
    assertThat(scan(MODEL + half + hidden + END, 7).unclear()).isTrue();
    assertThat(scan("before\r\n" + MODEL + END, 7).unclear()).isTrue();
    assertThat(scan(MODEL + END + hidden, 7).unclear()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--xyz\r\nContent-Disposition: form-data; name=Model\r\n\r\nforbidden/one",
        "--xyz\r\nContent-Disposition: form-data; name=\"model[]\"\r\n\r\nforbidden/one",
        "--xyz\r\nContent-Disposition: form-data; name=model; filename=a\r\n\r\nforbidden/one",
        MODEL
      })
  void aSecondModelLeavesNone(String part) {
    FormScan scan = scan(MODEL + "\r\n" + part + END, 7);
    assertThat(scan.named(BodyField.MODEL)).isEqualTo(2);
    assertThat(scan.text(BodyField.MODEL)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Disposition: form-data; name=model; filename=a\r\n\r\nx",
        "Content-Disposition: form-data; name=model\r\n\r\n",
        "Content-Disposition: form-data; name=model\r\n\r\na\nb",
        "Content-Disposition: form-data; name=model\r\n"
            + "Content-Transfer-Encoding: base64\r\n\r\nZm9yYmlkZGVu",
        "Content-Disposition: form-data; name=model\r\n"
            + "Content-Type: text/plain; charset=utf-16\r\n\r\nx"
      })
  void aValueThatIsNoPlainTextIsNone(String part) {
    FormScan scan = scan("--xyz\r\n" + part + END, 7);
    assertThat(scan.named(BodyField.MODEL)).isEqualTo(1);
    assertThat(scan.text(BodyField.MODEL)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "application/json",
        "multipart/form-data",
        "multipart/mixed; boundary=xyz",
        "multipart/form-data; boundary=xyz; boundary=abc",
        "multipart/form-data; boundary=xyz; boundary*=utf-8''abc",
        "multipart/form-data; boundary=\"\"",
        "multipart/form-data; boundary=\" xyz\""
      })
  void aFormWithoutAClearBoundaryIsUnclear(String type) {
    assertThat(new FormScan(type).unclear()).isTrue();
  }

  /** Each would take a pattern minutes, or more stack than there is. */
  @ParameterizedTest
  @ValueSource(strings = {"form-data name=name=", "a: b\r\n", "\r\n--xy", "\r\n", "--xyz\r\n"})
  void headersAndContentsOfAnySizeAreReadInOnePass(String again) {
    String form = MODEL + "\r\n--xyz\r\n" + again.repeat(8_000_000 / again.length());
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(20), () -> assertThat(scan(form, 1 << 16).unclear()).isTrue());
  }

  @Test
  void aLargeFileIsJumpedOver() {
    String form =
        MODEL
            + "\r\n--xyz\r\nContent-Disposition: form-data; name=file; filename=a\r\n\r\n"
            + "form-data name=name=\r\n--xy\r\n".repeat(300_000)
            + END;
    Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(20), () -> assertThat(scan(form, 1 << 16).whole()).isTrue());
  }

  private static FormScan scan(String form, int piece) {
    FormScan scan = new FormScan("multipart/form-data; boundary=xyz");
    byte[] bytes = form.getBytes(UTF_8);
    for (int at = 0; at < bytes.length; at += piece) {
      scan.feed(
          Unpooled.wrappedBuffer(
              Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + piece))));
    }
    return scan;
  }
}

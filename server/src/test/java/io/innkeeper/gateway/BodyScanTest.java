package io.innkeeper.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BodyScanTest {
  private static final String BODY =
      """
      {"stream" : true, "messages":[{"role":"user","content":"\\"model\\":\\"evil\\" } ] \\\\"},
       {"role":"tool","model":"inner"}], "model":"acme/łark","max_tokens":12,"x":{"user":"deep"},
       "stream_options":{"include_usage":true},"user":"me\\"", "n":1e0, "z":null}\n""";

  @Test
  void fieldsAreFoundWhereverTheBytesAreCut() {
    byte[] bytes = BODY.getBytes(UTF_8);
    for (int size = 1; size <= bytes.length; size++) {
      BodyScan scan = scan(BODY, size);
      assertThat(scan.whole()).as("pieces of %d", size).isTrue();
      assertThat(scan.text(BodyField.MODEL)).contains("acme/łark");
      assertThat(scan.text(BodyField.USER)).contains("me\"");
      assertThat(scan.number(BodyField.MAX_TOKENS)).isEqualTo(OptionalLong.of(12));
      assertThat(scan.isTrue(BodyField.STREAM)).isTrue();
      assertThat(scan.raw(BodyField.STREAM_OPTIONS)).contains("{\"include_usage\":true}");
      BodyScan.Span user = scan.span(BodyField.USER).orElseThrow();
      assertThat(slice(bytes, user)).isEqualTo("\"me\\\"\"");
      assertThat(slice(bytes, scan.span(BodyField.STREAM_OPTIONS).orElseThrow()))
          .isEqualTo("{\"include_usage\":true}");
      assertThat(bytes[(int) scan.closedAt()]).isEqualTo((byte) '}');
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"model\":\"a\",\"model\":\"b\"}",
        "{\"model\":\"a\",\"m\\u006fdel\":\"b\"}",
        "{\"max_tokens\":1,\"max_tokens\":2}"
      })
  void aFieldGivenTwiceOrEscapedIsAmbiguous(String body) {
    assertThat(scan(body, 3).ambiguous()).isTrue();
    assertThat(scan(body, 3).whole()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "[{\"model\":\"a\"}]",
        "\"model\"",
        "{\"model\":\"a\"",
        "{}{}",
        "{} x",
        "nul",
        "{\"a\":\"b}"
      })
  void whatIsNotOneObjectIsNotWhole(String body) {
    assertThat(scan(body, 2).whole()).isFalse();
  }

  @Test
  void editsChangeOnlyTheirBytesWhereverTheBodyIsCut() {
    byte[] bytes = BODY.getBytes(UTF_8);
    String expected =
        BODY.replace("\"me\\\"\"", "\"p\"").replace("\"z\":null}", "\"z\":null,\"added\":1}");
    for (int size = 1; size <= bytes.length; size++) {
      BodyScan scan = scan(BODY, size);
      BodyScan.Span user = scan.span(BodyField.USER).orElseThrow();
      List<BodyEdit> edits =
          List.of(
              new BodyEdit(scan.closedAt(), scan.closedAt(), Buffer.buffer(",\"added\":1")),
              new BodyEdit(user.from(), user.to(), Buffer.buffer("\"p\"")));
      Buffer all = Buffer.buffer();
      BodyEdit.apply(pieces(bytes, size), edits).forEach(all::appendBuffer);
      assertThat(all.toString(UTF_8)).as("pieces of %d", size).isEqualTo(expected);
    }
  }

  private static BodyScan scan(String body, int size) {
    BodyScan scan = new BodyScan();
    for (Buffer piece : pieces(body.getBytes(UTF_8), size)) {
      scan.feed(Unpooled.wrappedBuffer(piece.getBytes()));
    }
    return scan;
  }

  private static List<Buffer> pieces(byte[] bytes, int size) {
    List<Buffer> pieces = new ArrayList<>();
    for (int at = 0; at < bytes.length; at += size) {
      int end = Math.min(bytes.length, at + size);
      pieces.add(Buffer.buffer().appendBytes(bytes, at, end - at));
    }
    return pieces;
  }

  private static String slice(byte[] bytes, BodyScan.Span span) {
    return new String(bytes, (int) span.from(), (int) (span.to() - span.from()), UTF_8);
  }
}

package io.innkeeper.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.innkeeper.client.Json;
import io.innkeeper.route.Flavour;
import io.innkeeper.secret.Secret;
import io.netty.buffer.Unpooled;
import io.vertx.core.buffer.Buffer;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrictUpstreamTest {
  private static final List<String> MEMBERS =
      List.of(
          "\"usage\": {\"include\":true}",
          "\"models\":[\"a/b\" , \"c/d\"]",
          "\"provider\":{\"only\":[\"x\"]}",
          "\"plugins\":[]",
          "\"transforms\" : null",
          "\"model\":\"acme/lark\"",
          "\"messages\":[{\"role\":\"user\",\"content\":\"{\\\"usage\\\":1}\",\"provider\":\"p\"}]",
          "\"stream\":true",
          "\"seed\":7");

  @Test
  void routersFieldsGoAndTheRestStaysOneObjectInAnyOrder() throws Exception {
    Random random = new Random(7);
    for (int round = 0; round < 500; round++) {
      List<String> members = new ArrayList<>(MEMBERS);
      Collections.shuffle(members, random);
      String body = "{ " + String.join(random.nextBoolean() ? "," : " , ", members) + " }";
      JsonNode sent = Json.STRICT.readTree(sent(body, 1 + random.nextInt(40)));
      assertThat(sent.fieldNames())
          .toIterable()
          .containsExactlyInAnyOrder(
              "model", "messages", "stream", "seed", "user", "stream_options");
      assertThat(sent.at("/messages/0/provider").asText()).isEqualTo("p");
      assertThat(sent.at("/stream_options/include_usage").asBoolean()).isTrue();
    }
  }

  @Test
  void aBodyWithoutThemPassesByteForByte() {
    String body = "{\"model\" :\"acme/lark\", \"user\":\"x\", \"seed\":  7}";
    assertThat(sent(body, 5)).isEqualTo(body.replace("\"x\"", "\"p-1\""));
  }

  @Test
  void everyLimitThatAllowsMoreIsLoweredAndOneIsSetWhereNoneIs() {
    String both = "{\"max_tokens\":9000,\"max_completion_tokens\":5,\"max_output_tokens\":9000}";
    assertThat(sent(both, 5, OptionalLong.of(100)))
        .startsWith(both.substring(0, both.length() - 1).replaceFirst("9000", "100"));
    assertThat(sent("{\"seed\":7}", 5, OptionalLong.of(100)))
        .contains(",\"max_completion_tokens\":100");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{} | {'include_usage':true}",
        "null | {'include_usage':true}",
        "{ 'include_obfuscation' : false, 'x':1.50 }"
            + " | {'include_usage':true,'include_obfuscation':false,'x':1.50}",
        "{'include_usage':false,'x':{'include_usage':null}}"
            + " | {'include_usage':true,'x':{'include_usage':null}}",
        "{'x':'include_usage','include_usage': null} | {'x':'include_usage','include_usage':true}",
        "{'include_usage':{},'include_usage':0} | {'include_usage':true,'include_usage':true}",
        "{ 'include_usage' : true } | { 'include_usage' : true }"
      },
      quoteCharacter = '`')
  void usageIsAskedForBesideTheCallersOwnOptions(String options, String expected) {
    for (String form :
        List.of("{'stream':true,'stream_options':%s", "{'stream_options':%s,'stream':true")) {
      assertThat(sent(form.formatted(options).replace('\'', '"') + "}", 3))
          .startsWith(form.formatted(expected).replace('\'', '"') + ",");
    }
  }

  private static String sent(String body, int piece) {
    return sent(body, piece, OptionalLong.empty());
  }

  private static String sent(String body, int piece, OptionalLong lowered) {
    Upstream upstream =
        new Upstream(
            "openai", URI.create("https://api.openai.com/v1"), Secret.of("k"), Flavour.OPENAI);
    Endpoint chat = Endpoint.of("/v1/chat/completions").orElseThrow();
    BodyScan scan = new BodyScan();
    List<Buffer> pieces = new ArrayList<>();
    byte[] bytes = body.getBytes(UTF_8);
    for (int at = 0; at < bytes.length; at += piece) {
      byte[] some = java.util.Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + piece));
      scan.feed(Unpooled.wrappedBuffer(some));
      pieces.add(Buffer.buffer(some));
    }
    BodyChange change = new BodyChange(chat, upstream, "p-1", lowered);
    StringBuilder sent = new StringBuilder();
    BodyEdit.apply(pieces, change.edits(scan)).forEach(one -> sent.append(one.toString(UTF_8)));
    return sent.toString();
  }
}

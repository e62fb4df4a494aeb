package io.innkeeper.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EventSplitterTest {
  private static final List<String> EVENTS =
      List.of(
          ": OPENROUTER PROCESSING\n\n",
          "data: {\"content\":\"Zażółć 🐕\"}\n\n",
          "data:{\"no\":\"space\"}\r\n\r\n",
          "event: x\nid: 1\ndata: a\ndata: b\n\n",
          "\n",
          "data: [DONE]\n\n");

  @Test
  void eventsAreFoundAndBytesKeptWhereverTheyAreCut() {
    byte[] all = String.join("", EVENTS).getBytes(UTF_8);
    for (int cut = 0; cut <= all.length; cut++) {
      Heard heard = new Heard();
      EventSplitter splitter = new EventSplitter(heard);
      splitter.feed(all, 0, cut);
      splitter.feed(all, cut, all.length);
      assertThat(heard.events).as("cut at %d", cut).isEqualTo(EVENTS);
    }
  }

  @Test
  void randomStreamsInRandomPiecesComeOutTheSame() {
    Random random = new Random(42);
    for (int round = 0; round < 2_000; round++) {
      List<String> events = new ArrayList<>();
      for (int i = random.nextInt(8); i >= 0; i--) {
        events.add(EVENTS.get(random.nextInt(EVENTS.size())));
      }
      byte[] all = String.join("", events).getBytes(UTF_8);
      Heard heard = new Heard();
      EventSplitter splitter = new EventSplitter(heard);
      int at = 0;
      while (at < all.length) {
        int end = Math.min(all.length, at + 1 + random.nextInt(20));
        splitter.feed(all, at, end);
        at = end;
      }
      assertThat(heard.events).isEqualTo(events);
    }
  }

  @Test
  void anEventLongerThanOnePieceComesOnceAndWhole() {
    String event = "data: " + "x".repeat(300_000) + "\n\n";
    Heard heard = fed(event);
    assertThat(heard.passed.size()).isZero();
    assertThat(heard.events).containsExactly(event);
  }

  @Test
  void anEventTooLongToBeHeldIsPassedOnInPartsItsLastPartByItself() {
    String event = "data: {\"type\":\"x\"," + "x".repeat(EventSplitter.HELD + 300_000) + "\n\n";
    Heard heard = fed(event);
    assertThat(heard.passed.toString(UTF_8) + heard.last).isEqualTo(event);
    assertThat(heard.last).endsWith("\n");
    assertThat(heard.beginning).startsWith("{\"type\":\"x\"");
    assertThat(heard.events).isEmpty();
  }

  private static Heard fed(String event) {
    byte[] all = event.getBytes(UTF_8);
    Heard heard = new Heard();
    EventSplitter splitter = new EventSplitter(heard);
    for (int at = 0; at < all.length; at += 10_000) {
      splitter.feed(all, at, Math.min(all.length, at + 10_000));
    }
    return heard;
  }

  @Test
  void dataOfSeveralLinesIsJoined() {
    byte[] event = "event: x\r\ndata: {\"a\":\r\ndata:1}\r\n\r\n".getBytes(UTF_8);
    EventData data = EventData.of(event, 0, event.length);
    assertThat(new String(data.bytes(), data.from(), data.length(), UTF_8))
        .isEqualTo("{\"a\":\n1}");
  }

  private static final class Heard implements EventSplitter.Events {
    private final List<String> events = new ArrayList<>();
    private final ByteArrayOutputStream passed = new ByteArrayOutputStream();
    private String last = "";
    private String beginning = "";

    @Override
    public void event(byte[] bytes, int from, int to) {
      events.add(new String(bytes, from, to - from, UTF_8));
    }

    @Override
    public void part(byte[] bytes, int from, int to) {
      passed.write(bytes, from, to - from);
    }

    @Override
    public void lastPart(byte[] bytes, int from, int to, EventData data) {
      last = new String(bytes, from, to - from, UTF_8);
      beginning = new String(data.bytes(), data.from(), data.length(), UTF_8);
    }
  }
}

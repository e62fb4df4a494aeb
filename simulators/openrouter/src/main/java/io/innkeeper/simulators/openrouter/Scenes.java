package io.innkeeper.simulators.openrouter;

import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Turns a call into the script of its answer. */
final class Scenes {
  private static final String NO_STAMP = "";
  private static final String STAMP = "\"stamp\":\"0000000000000000000\",";

  private Scenes() {}

  static Script of(Call call, Form form) {
    Script script = call.asked().stream() ? stream(call, form) : whole(call, form);
    return begun(script.with(headers(call)), call.behaviour());
  }

  /** The same for an answer that is no JSON and has no stream. */
  static Script ofBytes(Call call, String type, Buffer bytes) {
    Script script = Script.whole(200, Map.of("Content-Type", type), bytes);
    return begun(script.with(headers(call)), call.behaviour());
  }

  /** What a behaviour does to the line, and to its beginning. */
  static Script begun(Script script, Behaviour behaviour) {
    Script laid = behaviour.words().isEmpty() ? script : Wire.lay(script, behaviour);
    int wait = behaviour.number(Word.FIRST_BYTE, 0);
    return wait == 0 ? laid : laid.after(new Step.Pause(wait));
  }

  private static Map<String, String> headers(Call call) {
    Map<String, String> headers = new LinkedHashMap<>();
    boolean told = !call.is(Word.NO_HEADER) && !call.is(Word.NO_ID);
    if (told) headers.put("X-Generation-Id", call.generation());
    if (call.is(Word.CACHE_HIT)) headers.put("X-OpenRouter-Cache-Status", "HIT");
    return headers;
  }

  private static Script whole(Call call, Form form) {
    String body = call.is(Word.ERROR_IN_200) ? Refusals.inside200(call) : form.whole(call);
    Script script = Script.whole(200, Script.JSON, Buffer.buffer(body));
    if (!call.is(Word.CUT_AFTER)) return script;
    Buffer bytes = Buffer.buffer(body);
    int half = bytes.length() / 2;
    return script.with(
        List.of(
            new Step.Write(bytes.slice(0, half), 0),
            new Step.Pause(1),
            new Step.Cut(),
            new Step.Write(bytes.slice(half, bytes.length()), 0)));
  }

  private static Script stream(Call call, Form form) {
    Behaviour behaviour = call.behaviour();
    Events events = new Events(behaviour);
    List<Step> steps = new ArrayList<>();
    for (int one = 0; one < behaviour.number(Word.COMMENTS, 1); one++) say(steps, events.comment());
    if (call.is(Word.ERROR_IN_200)) {
      say(steps, events.event(Refusals.inside200(call)));
    } else if (pieces(call, form, events, steps)) {
      form.closing(call, events).forEach(one -> say(steps, one, Long.MAX_VALUE));
      if (form.saysDone() && !call.is(Word.NO_DONE)) say(steps, events.done(), Long.MAX_VALUE);
    }
    return new Script(200, Script.EVENTS, true, steps);
  }

  /** Whether the pieces were all said; else the stream has ended. */
  private static boolean pieces(Call call, Form form, Events events, List<Step> steps) {
    Behaviour behaviour = call.behaviour();
    List<String> pieces = call.pieces();
    int pace = behaviour.number(Word.PACE, 0);
    for (int at = 0; at <= pieces.size(); at++) {
      boolean last = at == pieces.size();
      if (reached(call, Word.CUT_AFTER, at, last)) {
        steps.add(new Step.Pause(1));
        steps.add(new Step.Cut());
        return false;
      }
      if (reached(call, Word.HANG_AFTER, at, last)) {
        steps.add(new Step.Hang());
      }
      if (reached(call, Word.ERROR_AFTER, at, last)) {
        say(steps, form.failure(call, events));
        return false;
      }
      if (last) break;
      if (at == 0) form.opening(call, events).forEach(one -> say(steps, one));
      if (at > 0 && pace > 0) steps.add(new Step.Pause(pace));
      long given = call.counted().completion() * (at + 1) / pieces.size();
      say(steps, call, form, events, pieces.get(at), given);
    }
    return true;
  }

  private static boolean reached(Call call, Word word, int at, boolean last) {
    int count = call.behaviour().count(word);
    return count == at || last && count > at;
  }

  private static void say(
      List<Step> steps, Call call, Form form, Events events, String text, long given) {
    if (!call.is(Word.STAMP)) {
      say(steps, form.piece(call, events, text, NO_STAMP), given);
      return;
    }
    Buffer bytes = form.piece(call, events, text, STAMP);
    int at = bytes.toString().indexOf("\"stamp\":\"") + "\"stamp\":\"".length();
    steps.add(new Step.Stamped(bytes, at, given));
  }

  private static void say(List<Step> steps, Buffer bytes) {
    say(steps, bytes, 0);
  }

  private static void say(List<Step> steps, Buffer bytes, long given) {
    steps.add(new Step.Write(bytes, given));
  }
}

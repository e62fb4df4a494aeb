package io.innkeeper.simulators.openrouter;

import io.vertx.core.buffer.Buffer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** How an answer's bytes are laid on the line: compressed, cut in pieces. */
final class Wire {
  private static final int BETWEEN_HALVES = 5;

  private Wire() {}

  static Script lay(Script script, Behaviour behaviour) {
    Script laid = script;
    if (behaviour.is(Word.GZIP)) {
      laid = laid.with(compressed(laid.steps())).with(Map.of("Content-Encoding", "gzip"));
    }
    if (behaviour.is(Word.SPLIT)) {
      laid = laid.with(pieces(laid.steps(), behaviour.number(Word.SPLIT, 1)));
    }
    if (behaviour.is(Word.SPLIT_AT)) {
      laid = laid.with(halves(laid.steps(), behaviour.number(Word.SPLIT_AT, 1)));
    }
    return laid;
  }

  private static List<Step> compressed(List<Step> steps) {
    try {
      ByteArrayOutputStream to = new ByteArrayOutputStream();
      GZIPOutputStream gzip = new GZIPOutputStream(to, 512, true);
      List<Step> all = new ArrayList<>();
      for (Step step : steps) {
        if (!(step instanceof Step.Write write)) {
          all.add(step);
          continue;
        }
        gzip.write(write.bytes().getBytes());
        gzip.flush();
        all.add(new Step.Write(Buffer.buffer(to.toByteArray()), write.tokens()));
        to.reset();
      }
      gzip.finish();
      all.add(new Step.Write(Buffer.buffer(to.toByteArray()), Long.MAX_VALUE));
      return all;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Step> pieces(List<Step> steps, int size) {
    List<Step> all = new ArrayList<>();
    for (Step step : steps) {
      if (!(step instanceof Step.Write write)) {
        all.add(step);
        continue;
      }
      for (int at = 0; at < write.bytes().length(); at += size) {
        int end = Math.min(at + size, write.bytes().length());
        all.add(new Step.Write(write.bytes().slice(at, end), write.tokens()));
      }
    }
    return all;
  }

  /** Two writes and a pause between, so that they arrive apart. */
  private static List<Step> halves(List<Step> steps, int at) {
    Buffer bytes = Buffer.buffer();
    for (Step step : steps) if (step instanceof Step.Write write) bytes.appendBuffer(write.bytes());
    int middle = Math.min(at, bytes.length());
    return List.of(
        new Step.Write(bytes.slice(0, middle), 0),
        new Step.Pause(BETWEEN_HALVES),
        new Step.Write(bytes.slice(middle, bytes.length()), Long.MAX_VALUE));
  }
}

package io.innkeeper.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers that are written piece by piece while somebody listens. They end when the reader leaves,
 * and when the server stops: it would wait for them in vain.
 */
final class OpenStreams {
  private static final Logger log = LoggerFactory.getLogger(OpenStreams.class);

  private final Set<Thread> writers = ConcurrentHashMap.newKeySet();
  private volatile boolean ended;

  /** Writes a stream answer; a caller that went away ends it quietly. */
  void pour(Context context, Reply.Stream stream) throws IOException {
    writers.add(Thread.currentThread());
    try {
      if (ended) return;
      // Not the framework's stream: that one keeps small pieces back.
      context.res().flushBuffer();
      stream.writeTo(context.res().getOutputStream());
    } catch (IOException gone) {
      log.debug("the reader of {} went away", context.path());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      if (!ended) throw e;
    } finally {
      writers.remove(Thread.currentThread());
    }
  }

  /** Ends all of them, and every later one at once. */
  void end() {
    ended = true;
    writers.forEach(Thread::interrupt);
  }
}

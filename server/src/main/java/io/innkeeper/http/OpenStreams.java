package io.innkeeper.http;

import io.javalin.http.Context;
import java.io.IOException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
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

  /**
   * Writes a stream answer. What fails after its beginning can't be told any more: its connection
   * is cut, so that nobody takes a part for the whole.
   */
  void pour(Context context, Reply.Stream stream) throws IOException {
    writers.add(Thread.currentThread());
    try {
      if (ended) {
        cut(context);
        return;
      }
      // Not the framework's stream: that one keeps small pieces back.
      context.res().flushBuffer();
      stream.writeTo(context.res().getOutputStream());
    } catch (IOException gone) {
      log.debug("the answer to {} broke off", Door.loggable(context), gone);
      cut(context);
    } catch (InterruptedException e) {
      cut(context);
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      if (!ended) log.error("the answer to {} broke off", Door.loggable(context), e);
      cut(context);
    } finally {
      writers.remove(Thread.currentThread());
    }
  }

  private static void cut(Context context) {
    ServletContextRequest.getServletContextRequest(context.req())
        .getConnectionMetaData()
        .getConnection()
        .getEndPoint()
        .close();
  }

  /** Ends all of them, and every later one at once. */
  void end() {
    ended = true;
    writers.forEach(Thread::interrupt);
  }
}

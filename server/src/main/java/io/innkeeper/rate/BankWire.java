package io.innkeeper.rate;

import io.innkeeper.fault.Fault;
import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/** Questions to a bank: bounded in time and size. */
final class BankWire implements AutoCloseable {
  private static final long MOST_BYTES = 32L * 1024 * 1024;

  private @Nullable HttpClient http;
  private final String bank;
  private final String base;
  private final Duration timeout;

  /**
   * A way to one bank.
   *
   * @param bank its name in sentences
   * @param base of all paths, without a slash at the end
   * @param timeout from asking to the last byte
   */
  BankWire(String bank, String base, Duration timeout) {
    this.bank = bank;
    this.base = base;
    this.timeout = timeout;
  }

  /**
   * What the bank answered: its status and bytes.
   *
   * @throws Fault UNAVAILABLE if no answer came
   */
  HttpResponse<byte[]> get(String tried, String path, String accept) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(base + path))
            .timeout(timeout)
            .header("Accept", accept)
            .GET()
            .build();
    // The request's own timeout ends with the headers; waiting on the future bounds the body too.
    CompletableFuture<HttpResponse<byte[]>> running =
        http().sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), MOST_BYTES));
    try {
      return running.get(timeout.toMillis() + 500, TimeUnit.MILLISECONDS);
    } catch (ExecutionException failed) {
      throw unreachable(tried, why(failed.getCause()));
    } catch (TimeoutException late) {
      throw unreachable(tried, late());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw unreachable(tried, "the wait was interrupted");
    } finally {
      running.cancel(true);
    }
  }

  /** Made when first needed: a program that asks nothing pays nothing. */
  private synchronized HttpClient http() {
    HttpClient made = http;
    if (made == null) {
      made =
          HttpClient.newBuilder()
              .version(HttpClient.Version.HTTP_1_1)
              .followRedirects(HttpClient.Redirect.NEVER)
              .connectTimeout(timeout)
              .build();
      http = made;
    }
    return made;
  }

  /** The bank answered, but not with rates. */
  Fault refused(String tried, String why) {
    return Fault.of(
        Fault.Kind.UPSTREAM, "rates-refused", "Tried to " + tried + ", but " + why + ".");
  }

  /** The same, said of its status. */
  Fault refused(String tried, int status) {
    return refused(tried, bank + " answered with status " + status);
  }

  /** The same, said of an answer that can't be understood. */
  Fault garbled(String tried) {
    return refused(tried, bank + "'s answer is not what it should be");
  }

  private Fault unreachable(String tried, String why) {
    return Fault.of(
            Fault.Kind.UNAVAILABLE, "rates-unreachable", "Tried to " + tried + ", but " + why + ".")
        .advising("See whether this machine reaches " + base + ".");
  }

  private String why(@Nullable Throwable cause) {
    return switch (cause) {
      case ConnectException refused -> "nothing listens at " + base;
      case HttpTimeoutException late -> late();
      case IOException large when String.valueOf(large.getMessage()).contains("capacity") ->
          bank + "'s answer is larger than 32 MB";
      case null, default -> "the connection to " + base + " broke";
    };
  }

  private String late() {
    return bank + " did not answer in " + timeout.toSeconds() + " s";
  }

  @Override
  public synchronized void close() {
    if (http != null) http.shutdownNow();
  }
}

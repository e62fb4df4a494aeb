package io.innkeeper.branding.fetch;

import io.innkeeper.fault.Fault;
import io.innkeeper.web.Deadline;
import io.innkeeper.web.OneGet;
import io.innkeeper.web.PublicAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Fetches a picture. A host's name is looked up once and the connection goes to the very address
 * that was looked at, so a name that answers differently the second time gains nothing.
 */
public final class PictureFetch {
  private static final int MOST_REDIRECTS = 3;
  private static final Map<String, String> ACCEPT =
      Map.of("Accept", "image/svg+xml, image/png, image/webp, image/jpeg, image/x-icon");

  private final boolean plainToo;
  private final int mostBytes;
  private final Duration patience;
  private final Predicate<InetAddress> reachable;

  /**
   * @param plainToo whether http is allowed beside https
   */
  public PictureFetch(boolean plainToo, int mostBytes, Duration patience) {
    this(plainToo, mostBytes, patience, PublicAddress::is);
  }

  PictureFetch(
      boolean plainToo, int mostBytes, Duration patience, Predicate<InetAddress> reachable) {
    this.plainToo = plainToo;
    this.mostBytes = mostBytes;
    this.patience = patience;
    this.reachable = reachable;
  }

  /** What was fetched, and the last part of its address as a name. */
  public record Fetched(byte[] bytes, String name) {}

  /**
   * The bytes behind an address.
   *
   * @throws Fault INVALID or UPSTREAM saying why there are none
   */
  public Fetched fetch(String typed) {
    URI url = parse(typed.strip());
    Deadline deadline = Deadline.in(patience);
    for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
      OneGet.Answer answer = get(url, deadline);
      String location = answer.header("location").orElse("");
      if (answer.status() >= 300 && answer.status() < 400 && !location.isEmpty()) {
        url = next(url, location);
      } else if (answer.status() == 200) {
        return new Fetched(answer.body(), name(url));
      } else {
        throw failed(url, "it answered " + answer.status());
      }
    }
    throw failed(url, "it leads on and on");
  }

  private URI next(URI url, String location) {
    try {
      return parse(url.resolve(new URI(location)).toString());
    } catch (URISyntaxException e) {
      throw failed(url, "it leads to what is no address");
    }
  }

  private URI parse(String typed) {
    try {
      URI url = new URI(typed);
      String scheme = String.valueOf(url.getScheme()).toLowerCase(Locale.ROOT);
      boolean known = scheme.equals("https") || plainToo && scheme.equals("http");
      if (!known || url.getHost() == null || url.getUserInfo() != null)
        throw Fault.invalidField(
            "url",
            "picture-url",
            "An address such as https://client.example/logo.png"
                + (scheme.equals("http") ? "; http is not allowed here." : "."));
      return url;
    } catch (URISyntaxException | IllegalArgumentException e) {
      throw Fault.invalidField(
          "url", "picture-url", "An address such as https://client.example/logo.png.");
    }
  }

  private OneGet.Answer get(URI url, Deadline deadline) {
    try {
      return new OneGet(mostBytes, deadline).of(url, address(url), ACCEPT);
    } catch (OneGet.TooMuch e) {
      throw Fault.of(
          Fault.Kind.TOO_LARGE,
          "picture-too-many-bytes",
          "The picture at %s has more than %d bytes.".formatted(url.getHost(), mostBytes));
    } catch (IOException e) {
      throw failed(url, deadline.over() ? "it took too long" : "the connection failed").because(e);
    }
  }

  /** One address that may be asked; a single one that may not is enough to refuse the host. */
  private InetAddress address(URI url) {
    try {
      InetAddress[] found = InetAddress.getAllByName(url.getHost().replaceAll("^\\[|\\]$", ""));
      if (Arrays.stream(found).allMatch(reachable)) return found[0];
      throw Fault.invalidField(
          "url",
          "picture-address-private",
          "%s lies in a private network or on this host, so it is not asked."
              .formatted(url.getHost()));
    } catch (UnknownHostException e) {
      throw failed(url, "no such host is known");
    }
  }

  private static String name(URI url) {
    String path = url.getPath() == null ? "" : url.getPath();
    String last = path.substring(path.lastIndexOf('/') + 1);
    return last.isEmpty() ? String.valueOf(url.getHost()) : last;
  }

  private static Fault failed(URI url, String why) {
    return Fault.of(
            Fault.Kind.UPSTREAM,
            "picture-not-fetched",
            "Tried to fetch the picture from %s, but %s.".formatted(url.getHost(), why))
        .advising("Open the address in a browser, or upload the picture instead.");
  }
}

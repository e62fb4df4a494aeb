package io.innkeeper.client;

import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpTimeoutException;
import org.jspecify.annotations.Nullable;

/** Nobody answered, or somebody who is not an Innkeeper. */
public final class ServerUnreachable extends ClientFailure {
  private static final long serialVersionUID = 1;

  private ServerUnreachable(String said, String advice, @Nullable Throwable cause) {
    super(said, advice, cause);
  }

  /** For a connection that could not be made, or that broke. */
  static ServerUnreachable at(URI server, @Nullable Throwable cause) {
    if (causedBy(cause, UnknownHostException.class)
        || causedBy(cause, java.nio.channels.UnresolvedAddressException.class)) {
      return new ServerUnreachable(
          "There is no host called " + server.getHost() + ".",
          "Check the address given with --server or at sign-in.",
          cause);
    }
    if (causedBy(cause, HttpTimeoutException.class)
        || causedBy(cause, java.net.SocketTimeoutException.class)) {
      return new ServerUnreachable(
          "The server at " + server + " did not answer in time.",
          "See whether it is busy or a firewall is in the way, then repeat.",
          cause);
    }
    if (causedBy(cause, ConnectException.class)) {
      return new ServerUnreachable(
          "Nothing answers at " + server + ".",
          "Start it with innkeeper serve, or name another with --server.",
          cause);
    }
    return new ServerUnreachable(
        "The connection to " + server + " broke before there was an answer.",
        "Look at the present state before you repeat it.",
        cause);
  }

  /** For an answer that no Innkeeper gives. */
  static ServerUnreachable notOurs(URI server, int status) {
    return new ServerUnreachable(
        "What answers at " + server + " with status " + status + " is not an Innkeeper.",
        "Check the port; a proxy in between may have answered instead.",
        null);
  }

  static boolean causedBy(@Nullable Throwable failure, Class<? extends Throwable> type) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (type.isInstance(cause)) return true;
    }
    return false;
  }
}

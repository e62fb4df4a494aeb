package io.innkeeper.infrastructure.login;

import java.util.List;
import org.apache.sshd.client.auth.UserAuth;
import org.apache.sshd.client.auth.UserAuthFactory;
import org.apache.sshd.client.auth.password.UserAuthPassword;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.util.buffer.Buffer;
import org.jspecify.annotations.Nullable;

/** The method “password” of SSH, with one password that is sent once. */
final class OncePassword extends UserAuthPassword {
  private final Handing handing;

  private OncePassword(Handing handing) {
    this.handing = handing;
  }

  static UserAuthFactory factory(Handing handing) {
    return new UserAuthFactory() {
      @Override
      public UserAuth createUserAuth(ClientSession session) {
        return new OncePassword(handing);
      }

      @Override
      public String getName() {
        return NAME;
      }
    };
  }

  @Override
  protected @Nullable String resolveAttemptedPassword(ClientSession session, String service) {
    return handing.take().orElse(null);
  }

  @Override
  protected boolean processAuthDataRequest(ClientSession session, String service, Buffer buffer) {
    handing.askedToChange();
    return false;
  }

  @Override
  public void signalAuthMethodFailure(
      ClientSession session, String service, boolean partial, List<String> methods, Buffer buffer) {
    handing.answered(partial);
  }
}

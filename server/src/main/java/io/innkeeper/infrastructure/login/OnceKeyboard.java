package io.innkeeper.infrastructure.login;

import java.util.List;
import org.apache.sshd.client.auth.UserAuth;
import org.apache.sshd.client.auth.UserAuthFactory;
import org.apache.sshd.client.auth.keyboard.UserAuthKeyboardInteractive;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.util.buffer.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * The method “keyboard-interactive” of SSH: one hidden prompt is answered with the password, once.
 * Whatever else is asked is answered by going away.
 */
final class OnceKeyboard extends UserAuthKeyboardInteractive {
  private final Handing handing;

  private OnceKeyboard(Handing handing) {
    this.handing = handing;
  }

  static UserAuthFactory factory(Handing handing) {
    return new UserAuthFactory() {
      @Override
      public UserAuth createUserAuth(ClientSession session) {
        return new OnceKeyboard(handing);
      }

      @Override
      public String getName() {
        return NAME;
      }
    };
  }

  @Override
  protected boolean sendAuthDataRequest(ClientSession session, String service) throws Exception {
    return handing.free() && super.sendAuthDataRequest(session, service);
  }

  @Override
  protected String @Nullable [] getUserResponses(
      String name, String instruction, String language, String[] prompts, boolean[] echo) {
    if (prompts.length == 0) return new String[0];
    if (handing.free() && prompts.length == 1 && !echo[0])
      return handing.take().map(password -> new String[] {password}).orElse(null);
    if (!handing.free()) handing.askedFurther();
    return null;
  }

  @Override
  public void signalAuthMethodFailure(
      ClientSession session, String service, boolean partial, List<String> methods, Buffer buffer) {
    handing.answered(partial);
  }
}

package io.innkeeper.console;

import io.innkeeper.console.view.ExportAskView;
import io.innkeeper.console.view.Field;
import io.innkeeper.fault.Fault;
import io.innkeeper.http.Call;
import io.innkeeper.http.Reply;
import io.innkeeper.infrastructure.Environment;
import io.innkeeper.infrastructure.reading.ReadingRoom;

/** Asked before passwords leave as a file: why, and sealed how. The answer is the file itself. */
final class FileQuestion {
  private final ReadingRoom room;
  private final Pages pages;
  private final EnvironmentHeads heads;
  private final Asking asking;

  /** The question as it is shown. */
  interface Asking {
    ExportAskView about(Environment one, Typed typed);
  }

  /** The file. */
  interface Giving {
    Reply of(Environment one);
  }

  FileQuestion(ReadingRoom room, Pages pages, EnvironmentHeads heads, Asking asking) {
    this.room = room;
    this.pages = pages;
    this.heads = heads;
    this.asking = asking;
  }

  Reply ask(Call call, Typed typed) {
    return pages.dialog(call, CredentialPage.PATH, asking.about(heads.asked(call), typed));
  }

  /** Gives the file, or asks again with what was refused beside its field. */
  Reply answer(Call call, Typed typed, Giving giving) {
    Environment one = heads.asked(call);
    try {
      return giving.of(one);
    } catch (Fault e) {
      if (!typed.tells(e)) throw e;
      return pages.dialogAgain(call, CredentialPage.PATH, asking.about(one, typed.refusedBy(e)));
    }
  }

  Field reason() {
    return room.reading().demandsReason() ? why() : why().optional("optional");
  }

  /** Asked of everyone who wants to see a password. */
  static Field why() {
    return Field.text("reason", "Why do you need it?")
        .hinted("At least a few words. Everyone who may read the audit sees them.");
  }

  static Field passphrase() {
    return Field.of(Field.Kind.PASSWORD, "passphrase", "Passphrase to seal it with");
  }
}

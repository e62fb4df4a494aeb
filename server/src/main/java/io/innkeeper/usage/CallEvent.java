package io.innkeeper.usage;

import java.util.UUID;

/** What the journal holds about a call. */
public sealed interface CallEvent permits CallSent, CallOpened, CallSettled {
  UUID call();
}

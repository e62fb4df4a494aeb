package io.innkeeper.http;

import io.innkeeper.caller.Role;

/** Hears of acts that somebody tried without the role for them; the audit keeps them. */
public interface Refusals {
  void refused(Call call, Role needed);
}

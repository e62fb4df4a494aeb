package io.innkeeper.http;

import io.innkeeper.fault.Fault;

/** How a failure looks to a person in a browser; the console draws it. */
public interface ErrorPages {
  Reply show(Call call, Fault fault);
}

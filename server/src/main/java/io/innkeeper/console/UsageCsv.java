package io.innkeeper.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.innkeeper.http.Csv;
import io.innkeeper.usage.CallFilter;
import io.innkeeper.usage.CallSettled;
import io.innkeeper.usage.Calls;
import io.innkeeper.usage.EndUser;
import io.innkeeper.usage.LedgerEntry.Generation;
import io.innkeeper.usage.ListedCall;
import io.innkeeper.usage.Unsettled;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Calls as a table for a spreadsheet, newest first, read and written part by part. */
final class UsageCsv {
  private static final int PART = 500;
  private static final Object[] HEADS = {
    "call",
    "arrived_at",
    "day",
    "organisation",
    "tenant",
    "key",
    "user",
    "user_name",
    "user_verified",
    "purpose",
    "model_asked",
    "model_answered",
    "provider",
    "generation",
    "prompt_tokens",
    "completion_tokens",
    "cost_usd",
    "cost_as_told",
    "markup",
    "billed_usd",
    "state",
    "reason",
    "line"
  };

  private final Calls calls;
  private final CallFilter filter;

  UsageCsv(Calls calls, CallFilter filter) {
    this.calls = calls;
    this.filter = filter;
  }

  void writeTo(OutputStream out) throws IOException {
    out.write(Csv.quoted(HEADS).getBytes(UTF_8));
    Optional<UUID> before = Optional.empty();
    List<ListedCall> part;
    do {
      part = calls.list(filter, before, PART);
      for (ListedCall call : part) out.write(row(call).getBytes(UTF_8));
      if (!part.isEmpty()) before = Optional.of(part.getLast().call().call());
    } while (part.size() == PART);
  }

  private static String row(ListedCall listed) {
    CallSettled call = listed.call();
    Optional<EndUser> user = call.payer().user();
    Optional<Generation> entry = listed.generation();
    return Csv.quoted(
        call.call(),
        call.times().arrived(),
        listed.day(),
        call.payer().organisation(),
        call.payer().tenant().map(UUID::toString).orElse(""),
        call.payer().key(),
        user.map(EndUser::id).orElse(""),
        user.map(EndUser::name).orElse(""),
        user.map(one -> one.verified() ? "yes" : "no").orElse(""),
        call.request().kind().word(),
        call.request().model(),
        call.answer().model(),
        call.answer().provider(),
        call.answer().generation().orElse(""),
        call.tokens().prompt(),
        call.tokens().completion(),
        entry.<Object>map(Generation::cost).orElse(""),
        entry.map(one -> one.charge().text()).orElse(""),
        call.payer().markup(),
        entry.<Object>map(Generation::billed).orElse(""),
        listed.state(),
        call.unsettled().map(Unsettled::word).orElse(""),
        listed.line().map(line -> Long.toString(line.line())).orElse(""));
  }
}

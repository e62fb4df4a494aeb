package io.innkeeper.usage;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.innkeeper.client.ImportedCall;
import io.innkeeper.fault.Fault;
import io.innkeeper.money.Usd;
import io.innkeeper.organisation.Organisation;
import io.innkeeper.usage.LedgerEntry.Generation;
import io.innkeeper.usage.LedgerEntry.State;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes ledger entries of calls that somebody tells of. */
final class ImportReader {
  private static final int LONGEST = 200;

  /** A thousand of them with any markup stay far below what a sum can hold. */
  private static final Usd DEAREST = Usd.parse("50");

  private static final int SHOWN = 20;
  private static final int MOST_DECIMALS = 6;
  private static final BigDecimal MOST_MARKUP = new BigDecimal("100");

  private final Organisation organisation;
  private final String upstream;
  private final Function<String, Optional<UUID>> workspaces;
  private final Instant now;
  private final List<Fault.Field> problems = new ArrayList<>();

  ImportReader(
      Organisation organisation,
      String upstream,
      Function<String, Optional<UUID>> workspaces,
      Instant now) {
    this.organisation = organisation;
    this.upstream = upstream;
    this.workspaces = workspaces;
    this.now = now;
  }

  /**
   * @throws Fault INVALID with the first problems, each naming its call by place
   */
  List<Generation> read(List<ImportedCall> calls) {
    List<Generation> entries = new ArrayList<>();
    for (int i = 0; i < calls.size() && problems.size() < SHOWN; i++) {
      try {
        entries.add(entry(calls.get(i)));
      } catch (Fault wrong) {
        for (Fault.Field field : wrong.fields())
          problems.add(new Fault.Field("calls[" + i + "]." + field.name(), field.said()));
      }
    }
    if (problems.isEmpty()) return entries;
    throw Fault.invalid("calls", "Nothing was taken: " + problems.size() + " values can't be used.")
        .about(problems);
  }

  private Generation entry(ImportedCall given) {
    String generation = needed("generation", given.generation());
    Instant at = time(given.at());
    Usd cost = Amounts.parse("cost", given.cost()).orElseThrow(() -> Amounts.missing("cost"));
    if (cost.isNegative())
      throw Fault.invalidField("cost", "negative", "A call can't cost less than nothing.");
    if (cost.compareTo(DEAREST) > 0)
      throw Fault.invalidField("cost", "dear", "No call costs more than " + DEAREST + " USD.");
    String user = given(given.user());
    String model = needed("model", given.model());
    CallSettled call =
        new CallSettled(
            id(at, generation),
            new Payer(
                organisation.id(),
                tenant(given.tenant()),
                Payer.NO_KEY,
                user.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                        new EndUser(
                            user, given(given.userName()), given(given.userEmail()), false)),
                markup(given.markup())),
            new CallRequest("", "", kind(given.kind()), model, false, upstream, "", 0),
            new CallAnswer(
                200, Optional.of(place(generation)), model, given(given.provider()), "", 0),
            new CallTimes(at, -1, -1, -1, -1, -1, -1),
            Usd.ZERO,
            tokens(given),
            Optional.of(new Charge(cost, given(given.cost()), false)),
            Optional.empty());
    return Generation.of(
        call, call.charge().get(), State.SETTLED, organisation.spec().timeZone(), Origin.NONE);
  }

  /** Organisations number their imports each for itself; a real upstream's ids are its own. */
  private String place(String generation) {
    return upstream.equals(Imports.USUAL_UPSTREAM)
        ? organisation.id() + "/" + generation
        : generation;
  }

  /** The same for the same call, and in the order of time as all others are. */
  private UUID id(Instant at, String generation) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256")
              .digest((organisation.id() + "\n" + upstream + "\n" + generation).getBytes(UTF_8));
      ByteBuffer bits = ByteBuffer.wrap(hash);
      long high = (at.toEpochMilli() << 16) | 0x7000L | (bits.getShort() & 0xfffL);
      return new UUID(high, (bits.getLong() & 0x3fffffffffffffffL) | 0x8000000000000000L);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private Instant time(@Nullable Instant at) {
    if (at == null) throw Fault.invalidField("at", "missing", "Say when it was made.");
    if (at.isAfter(now)) throw Fault.invalidField("at", "future", "“" + at + "” has not come yet.");
    if (at.isBefore(Instant.EPOCH))
      throw Fault.invalidField("at", "past", "“" + at + "” is too long ago.");
    return at;
  }

  private Optional<UUID> tenant(@Nullable String slug) {
    if (given(slug).isEmpty()) return Optional.empty();
    Optional<UUID> found = workspaces.apply(given(slug));
    if (found.isPresent()) return found;
    throw Fault.invalidField(
        "tenant", "no-such-tenant", "The organisation has no tenant “" + slug + "”.");
  }

  private static CallKind kind(@Nullable String word) {
    if (given(word).isEmpty()) return CallKind.CHAT;
    try {
      return CallKind.of(given(word));
    } catch (IllegalArgumentException e) {
      throw Fault.invalidField("kind", "kind", "“" + word + "” is no kind of call.");
    }
  }

  private BigDecimal markup(@Nullable String text) {
    if (given(text).isEmpty()) return organisation.spec().markup();
    try {
      BigDecimal markup = new BigDecimal(given(text));
      if (markup.signum() > 0
          && markup.scale() <= MOST_DECIMALS
          && markup.compareTo(MOST_MARKUP) <= 0) return markup;
    } catch (NumberFormatException e) {
      // Refused below with the others.
    }
    throw Fault.invalidField(
        "markup",
        "markup",
        "“" + text + "” is no factor above 0 and up to 100 with at most 6 decimals, such as 1.3.");
  }

  private static Tokens tokens(ImportedCall given) {
    return new Tokens(
        count("prompt", given.prompt()),
        count("completion", given.completion()),
        count("cached", given.cached()),
        0,
        count("reasoning", given.reasoning()),
        0,
        0,
        0);
  }

  private static long count(String field, @Nullable Long tokens) {
    if (tokens == null) return 0;
    if (tokens >= 0 && tokens < 1_000_000_000_000L) return tokens;
    throw Fault.invalidField(field, "tokens", tokens + " is no number of tokens.");
  }

  private static String needed(String field, @Nullable String text) {
    if (given(text).isEmpty())
      throw Fault.invalidField(field, "missing", "Give its “" + field + "”.");
    return given(text);
  }

  private static String given(@Nullable String text) {
    String stripped = text == null ? "" : text.strip();
    if (stripped.length() > LONGEST || stripped.chars().anyMatch(Character::isISOControl))
      throw Fault.invalidField(
          "text",
          "text",
          "Texts hold at most " + LONGEST + " characters and no control characters.");
    return stripped;
  }
}

package io.innkeeper.gateway;

import io.innkeeper.budget.Reservation;
import io.innkeeper.usage.CallRequest;
import io.innkeeper.usage.EndUser;
import io.innkeeper.usage.Payer;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.internal.buffer.BufferInternal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/**
 * One model call from its first byte to its forwarding: reads the request, asks for admission, and
 * hands over to {@link Forwarding}. Lives on one event loop.
 */
final class ModelCall {
  private static final Pattern LENGTH = Pattern.compile("\\d{1,18}");

  private final Loop loop;
  private final GatewayParts parts;
  private final HttpServerRequest request;
  private final Downstream out;
  private final Endpoint endpoint;
  private final KnownKey key;
  private final Optional<EndUser> user;
  private final Stopwatch watch;
  private final BodyScan scan = new BodyScan();
  private final List<Buffer> pieces = new ArrayList<>();
  private final HeldBytes.Share held;
  private final RequestFacts asked;
  private final long most;
  private final long declared;
  private Optional<Forwarding> forwarding = Optional.empty();
  private boolean over;

  ModelCall(
      Loop loop,
      HttpServerRequest request,
      Downstream out,
      Endpoint endpoint,
      KnownKey key,
      Stopwatch watch) {
    this.loop = loop;
    this.parts = loop.parts();
    this.request = request;
    this.out = out;
    this.endpoint = endpoint;
    this.key = key;
    this.watch = watch;
    this.held = parts.held().share();
    this.asked =
        new RequestFacts(
            endpoint,
            scan,
            endpoint.json() ? FormScan.NONE : new FormScan(request.getHeader("content-type")));
    this.user = Identity.user(key, request.headers(), watch.arrived());
    this.most =
        Math.min(
            parts.settings().maxRequest().bytes(),
            key.limits().requestBytes().orElse(Long.MAX_VALUE));
    this.declared = length(request.getHeader("content-length"));
  }

  void begin() {
    watch.recognised();
    if (declared > most) {
      refuse(Refusal.tooLarge(most));
      return;
    }
    if (parts.journal().trouble().isPresent()) {
      refuse(Refusal.notRecording());
      return;
    }
    if (request.getHeader("idempotency-key") != null && !parts.held().room(declared)) {
      refuse(Refusal.full());
      return;
    }
    out.whenGone(this::letGo);
    request.handler(this::piece);
    request.endHandler(nothing -> ended());
  }

  private void piece(Buffer piece) {
    if (over) return;
    asked.feed(((BufferInternal) piece).getByteBuf());
    long length = asked.length();
    if (forwarding.isPresent()) {
      passOn(forwarding.get(), piece, length);
      return;
    }
    if (length > most) {
      refuse(Refusal.tooLarge(most));
    } else if (!endpoint.json() && !asked.clear()) {
      refuse(RequestFacts.FORM_UNCLEAR);
    } else if (!held.hold(length)) {
      refuse(Refusal.full());
    } else {
      pieces.add(piece);
      if (length > parts.settings().holdRequest().bytes() && canStream()) {
        admit(declared >= 0 ? declared : most);
        if (!over) forwarding.ifPresent(Forwarding::beginStreamed);
      }
    }
  }

  private void passOn(Forwarding under, Buffer piece, long length) {
    if (length > most) {
      withdraw(Refusal.tooLarge(most));
      return;
    }
    under.more(piece, request);
    if (!held.hold(under.waiting())) withdraw(Refusal.full());
  }

  private boolean canStream() {
    return asked.clear()
        && !asked.model().isEmpty()
        && key.house()
            .upstream(asked.model())
            .filter(upstream -> !endpoint.json() || !upstream.flavour().strict())
            .isPresent()
        && request.getHeader("idempotency-key") == null;
  }

  private void ended() {
    if (over) return;
    if (forwarding.isPresent()) {
      Forwarding under = forwarding.get();
      asked.unreadable().or(() -> again(under)).ifPresentOrElse(this::withdraw, under::lastPiece);
      return;
    }
    watch.whole();
    Optional<Refusal> unreadable = asked.unreadable();
    if (unreadable.isPresent()) {
      refuse(unreadable.get());
      return;
    }
    admit(asked.length());
    if (!over) forwarding.ifPresent(Forwarding::sendWhole);
  }

  /** What wasn't known when a long request was let in must not go beyond it. */
  private Optional<Refusal> again(Forwarding under) {
    Optional<Refusal> unclear = asked.unclear();
    if (unclear.isPresent()) return unclear;
    return loop.admission()
        .again(
            question(asked.model(), asked.length()),
            under.lowered(),
            under.held(),
            watch.arrived(),
            under::hold);
  }

  private Admission.Question question(String model, long bytes) {
    return new Admission.Question(
        key, user, endpoint, model, asked.fallbacks(), bytes, scan.media(), asked.answers());
  }

  private void admit(long bytes) {
    Instant now = parts.clock().instant();
    String model = asked.model();
    if (model.isEmpty()) {
      refuse(RequestFacts.NO_MODEL);
      return;
    }
    Optional<Refusal> unclear = asked.unclear();
    if (unclear.isPresent()) {
      refuse(unclear.get());
      return;
    }
    Optional<Upstream> upstream = key.house().upstream(model);
    if (upstream.isEmpty()) {
      refuse(
          Refusal.of(
              503,
              "no-upstream",
              "This organisation has no key for a model service yet. Please tell your"
                  + " administrator."));
      return;
    }
    String replay = idempotency();
    Optional<Refusal> taken =
        replay.isEmpty() ? Optional.empty() : parts.replays().take(key.id(), replay, now);
    if (taken.isPresent()) {
      refuse(taken.get());
      return;
    }
    switch (loop.admission().of(question(model, bytes), watch.arrived())) {
      case Admission.Answer.Refused(Refusal refusal) -> {
        parts.replays().release(replay);
        refuse(refusal);
      }
      case Admission.Answer.Admitted(Reservation reservation, OptionalLong lowered) -> {
        watch.admitted();
        forward(
            model,
            upstream.get(),
            declared >= 0 ? declared : asked.length(),
            replay,
            reservation,
            lowered);
      }
    }
  }

  private void forward(
      String model,
      Upstream upstream,
      long bytes,
      String replay,
      Reservation reservation,
      OptionalLong lowered) {
    String pseudonym = pseudonym();
    CallRequest call =
        new CallRequest(
            out.request(),
            endpoint.path(),
            Identity.kind(key, endpoint, request.headers()),
            model,
            scan.isTrue(BodyField.STREAM),
            upstream.name(),
            pseudonym,
            bytes);
    Payer payer = new Payer(key.house().id(), key.tenant(), key.id(), user, key.house().markup());
    Settling settling =
        new Settling(
            parts,
            loop.context(),
            payer,
            call,
            reservation,
            watch,
            tokens -> {
              parts.figures().inFlight().decrementAndGet();
              parts.turnstiles().answered(key, payer.provenUser(), tokens, parts.clock().instant());
              parts.turnstiles().leave(key);
              answered();
            });
    parts.figures().inFlight().incrementAndGet();
    BodyChange change = new BodyChange(endpoint, upstream, pseudonym, lowered);
    lowered.ifPresent(tokens -> out.header("x-innkeeper-max-tokens", Long.toString(tokens)));
    forwarding =
        Optional.of(
            new Forwarding(
                loop, request, out, endpoint, upstream, settling, change, pieces, asked, held,
                replay));
  }

  /** Of the person, else of whom the caller names, else the organisation as a whole. */
  private String pseudonym() {
    String house = key.house().externalId();
    return user.map(EndUser::id)
        .or(() -> scan.text(BodyField.USER).filter(named -> !named.isBlank()))
        .map(person -> Pseudonym.of(house, person))
        .orElse(house);
  }

  private String idempotency() {
    String given = request.getHeader("idempotency-key");
    return given == null || given.isBlank() ? "" : Replays.digest(key.id(), given, pieces);
  }

  /** The call is over; what its caller still sends is read and dropped. */
  private void answered() {
    letGo();
    if (!request.isEnded()) {
      drop();
      forwarding.ifPresent(Forwarding::giveUp);
    }
  }

  private void refuse(Refusal refusal) {
    letGo();
    out.refuse(refusal);
    turnedAway(refusal);
  }

  private void letGo() {
    pieces.clear();
    held.release();
  }

  /** Takes back what is being forwarded: the upstream never gets its end. */
  private void withdraw(Refusal refusal) {
    forwarding.orElseThrow().withdraw(refusal);
    turnedAway(refusal);
  }

  private void turnedAway(Refusal refusal) {
    parts.figures().refused(refusal);
    drop();
  }

  /** What still comes is read and dropped, so that the caller hears the answer. */
  private void drop() {
    over = true;
    if (!request.isEnded()) request.handler(nothing -> {}).resume();
  }

  private static long length(@org.jspecify.annotations.Nullable String header) {
    return header != null && LENGTH.matcher(header).matches() ? Long.parseLong(header) : -1;
  }
}

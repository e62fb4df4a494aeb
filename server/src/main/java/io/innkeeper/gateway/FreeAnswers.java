package io.innkeeper.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.innkeeper.budget.Spender;
import io.innkeeper.money.Usd;
import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What is answered from memory and costs nothing: models and their prices, the key's own means. */
final class FreeAnswers {
  private static final List<Downstream.Header> JSON =
      List.of(new Downstream.Header("content-type", "application/json"));

  private final GatewayParts parts;

  FreeAnswers(GatewayParts parts) {
    this.parts = parts;
  }

  /**
   * What asks without a key, such as the workspace's search for voices, hears that there is none.
   */
  Optional<Buffer> withoutKey(String path) {
    return switch (path) {
      case "/health", "/v1/health" -> Optional.of(Buffer.buffer("{\"status\":\"up\"}"));
      case "/v1/audio/models" -> Optional.of(Buffer.buffer("{\"models\":[]}"));
      case "/v1/audio/voices" -> Optional.of(Buffer.buffer("{\"voices\":[]}"));
      default -> Optional.empty();
    };
  }

  /** Answers a GET with a known key; false if there is no such path. */
  boolean answer(String path, boolean everything, KnownKey key, Downstream out) {
    if (path.equals("/v1/models")) {
      out.end(200, JSON, models(key, everything));
    } else if (path.equals("/v1/key")) {
      out.end(200, JSON, means(key));
    } else if (path.startsWith("/v1/models/")) {
      one(path.substring("/v1/models/".length()), key, out);
    } else {
      return false;
    }
    return true;
  }

  void give(Downstream out, Buffer body) {
    out.end(200, JSON, body);
  }

  private Buffer models(KnownKey key, boolean everything) {
    Buffer list = Buffer.buffer("{\"object\":\"list\",\"data\":[");
    boolean first = true;
    for (Tariff.Offer offer : offers(key)) {
      if (!(everything || offer.text())) continue;
      if (!first) list.appendString(",");
      list.appendBytes(offer.json());
      first = false;
    }
    return list.appendString("]}");
  }

  /** What the price list holds, then what only the organisation's own routes serve. */
  private List<Tariff.Offer> offers(KnownKey key) {
    List<Tariff.Offer> listed = parts.tariff().get().offers();
    Set<String> known = listed.stream().map(Tariff.Offer::id).collect(Collectors.toSet());
    return Stream.concat(
            listed.stream(),
            key.house().named().stream().filter(offer -> !known.contains(offer.id())))
        .filter(offer -> key.allows(offer.id()))
        .toList();
  }

  private void one(String id, KnownKey key, Downstream out) {
    offers(key).stream()
        .filter(offer -> offer.id().equals(id))
        .findFirst()
        .ifPresentOrElse(
            offer -> out.end(200, JSON, Buffer.buffer(offer.json())),
            () ->
                out.refuse(
                    Refusal.of(
                        404, "no-such-model", "There is no model of that name for this key.")));
  }

  /** The means left to this key, as its upstream would tell them of its own. */
  private Buffer means(KnownKey key) {
    Spender spender =
        new Spender(key.house().id(), key.tenant(), Optional.of(key.id()), Optional.empty());
    Optional<Usd> left = parts.budgets().left(spender, parts.clock().instant());
    byte[] body =
        Json.bytes(
            json -> {
              json.writeStartObject();
              json.writeObjectFieldStart("data");
              json.writeStringField("label", key.house().name());
              json.writeFieldName("limit_remaining");
              if (left.isPresent()) json.writeNumber(left.get().toString());
              else json.writeNull();
              json.writeStringField("limit_reset", "monthly");
              json.writeEndObject();
              json.writeEndObject();
            });
    return Buffer.buffer(new String(body, UTF_8));
  }
}

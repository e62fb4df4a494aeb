package io.innkeeper.openrouter;

import com.fasterxml.jackson.databind.JsonNode;
import io.innkeeper.money.Usd;

/** What the account has bought and used. */
public record Credits(Usd bought, Usd used) {
  static Credits read(JsonNode data) {
    return new Credits(
        Amounts.usd(data.path("total_credits")), Amounts.usd(data.path("total_usage")));
  }

  public Usd left() {
    return bought.minus(used);
  }
}

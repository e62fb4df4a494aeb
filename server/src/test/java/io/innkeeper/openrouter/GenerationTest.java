package io.innkeeper.openrouter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.innkeeper.money.Usd;
import io.innkeeper.usage.Charge;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GenerationTest {
  private static Optional<Charge> charge(String members, boolean exact)
      throws JsonProcessingException {
    ObjectMapper json =
        new ObjectMapper().configure(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS, exact);
    return Generation.read(json.readTree("{\"id\":\"gen-1\"," + members + "}")).charge();
  }

  @Test
  void anOwnKeysCallCostsTheFeeAndTheProvidersPrice() throws Exception {
    assertThat(charge("\"total_cost\":0.5,\"is_byok\":true,\"upstream_inference_cost\":2", true))
        .hasValueSatisfying(charge -> assertThat(charge.cost()).isEqualTo(Usd.parse("2.5")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"total_cost\":0,\"is_byok\":true,\"upstream_inference_cost\":null",
        "\"total_cost\":0.1,\"is_byok\":true",
        "\"total_cost\":1e100000000,\"is_byok\":false",
        "\"total_cost\":0,\"is_byok\":true,\"upstream_inference_cost\":1e100000000"
      })
  @Timeout(10)
  void aCostThatIsMissingOrBeyondAllSenseIsNoCharge(String members) throws Exception {
    assertThat(charge(members, true)).isEmpty();
    assertThat(charge(members, false)).isEmpty();
  }
}

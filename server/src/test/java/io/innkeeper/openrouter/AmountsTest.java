package io.innkeeper.openrouter;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.innkeeper.money.Usd;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountsTest {
  private final ObjectMapper json = new ObjectMapper();

  @ParameterizedTest
  @CsvSource({
    "9223372, 9223372",
    "10000000, 9223372.036854775807",
    "1e60, 9223372.036854775807",
    "'\"20000000.5\"', 9223372.036854775807",
    "-1e9, -9223372.036854775807",
    "8.1e-7, 0.00000081"
  })
  void whatDoesNotFitIsTheOutermost(String written, String amount) throws Exception {
    assertThat(Amounts.maybe(json.readTree(written))).hasValue(Usd.parse(amount));
  }

  @Test
  void keyWithALargeLimitIsRead() throws Exception {
    UpstreamKey key =
        UpstreamKey.read(json.readTree("{\"hash\":\"ab\",\"limit\":99999999,\"usage\":1.5}"));
    assertThat(key.limit()).hasValue(new Usd(Long.MAX_VALUE));
    assertThat(key.credits().ever()).isEqualTo(Usd.parse("1.5"));
  }
}

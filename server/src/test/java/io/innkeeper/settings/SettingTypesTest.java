package io.innkeeper.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.innkeeper.fault.Fault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SettingTypesTest {
  @ParameterizedTest
  @CsvSource({
    "512,512",
    "1KiB,1024",
    "1kB,1000",
    "2GiB,2147483648",
    "3 MB,3000000",
    "1.5GiB,1610612736"
  })
  void sizesAreRead(String text, long bytes) {
    assertThat(ByteSize.parse(text).bytes()).isEqualTo(bytes);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "1.5B", "12 XB", "999999999999999TiB"})
  void whatIsNoSizeIsRefused(String text) {
    assertThatThrownBy(() -> ByteSize.parse(text)).isInstanceOf(Fault.class);
  }

  @Test
  void sizesAreShownInTheLargestUnit() {
    assertThat(ByteSize.parse("2048MiB")).hasToString("2GiB");
    assertThat(new ByteSize(1500)).hasToString("1500B");
  }

  @Test
  void blocksAreCutIntoParts() {
    Cidr pool = Cidr.parse("10.213.0.0/16");
    assertThat(pool.count(28)).isEqualTo(4096);
    assertThat(pool.part(28, 17)).hasToString("10.213.1.16/28");
    assertThat(pool.part(28, 4095)).hasToString("10.213.255.240/28");
    assertThat(pool.overlaps(Cidr.parse("10.0.0.0/8"))).isTrue();
    assertThat(pool.overlaps(Cidr.parse("10.214.0.0/16"))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"10.0.0.0", "10.0.0.1/24", "256.0.0.0/8", "10.0.0.0/33", "10.0.0.0/0"})
  void whatIsNoBlockIsRefused(String text) {
    assertThatThrownBy(() -> Cidr.parse(text)).isInstanceOf(Fault.class);
  }
}

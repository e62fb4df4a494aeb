package io.innkeeper.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.settings.Cidr;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SubnetPoolTest {
  @Test
  void piecesFollowEachOther() {
    SubnetPool pool = new SubnetPool("10.213.0.0/16");
    assertThat(pool.next(List.of())).hasValue("10.213.0.0/28");
    assertThat(pool.next(List.of("10.213.0.0/28"))).hasValue("10.213.0.16/28");
    assertThat(pool.next(List.of("10.213.0.16/28"))).hasValue("10.213.0.0/28");
  }

  @Test
  void foreignBlocksAreAvoidedWhateverTheirSize() {
    SubnetPool pool = new SubnetPool("10.213.0.0/16");
    assertThat(pool.next(List.of("10.213.0.0/24", "172.17.0.0/16", "fd00::/64")))
        .hasValue("10.213.1.0/28");
    assertThat(pool.next(List.of("10.0.0.0/8"))).isEmpty();
  }

  @Test
  void networkOfAnotherProgramIsAvoidedAndAWayThroughTheWholePoolIsNot() {
    SubnetPool pool = new SubnetPool("10.213.0.0/16");
    List<Cidr> there = List.of(Cidr.parse("10.213.0.16/28"), Cidr.parse("10.0.0.0/8"));
    assertThat(pool.next(List.of("10.213.0.0/28"), there)).hasValue("10.213.0.32/28");
  }

  @Test
  void everyPieceIsGivenOnce() {
    SubnetPool pool = new SubnetPool("192.168.7.0/24");
    Set<String> used = new HashSet<>();
    Optional<String> next = pool.next(used);
    while (next.isPresent()) {
      assertThat(used.add(next.get())).isTrue();
      next = pool.next(used);
    }
    assertThat(used).hasSize(16);
  }
}

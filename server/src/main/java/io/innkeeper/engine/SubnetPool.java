package io.innkeeper.engine;

import io.innkeeper.settings.Cidr;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The addresses of tenants' networks, cut into small equal pieces: 13 containers each, far more
 * than one tenant needs, and 4096 pieces in a /16.
 */
public final class SubnetPool {
  private static final int PIECE = 28;

  private final Cidr pool;

  /** {@code cidr} is the whole pool, for example {@code 10.213.0.0/16}. */
  public SubnetPool(String cidr) {
    this.pool = Cidr.parse(cidr);
  }

  /** The first piece that touches none of these blocks; blocks that aren't IPv4 don't matter. */
  public Optional<String> next(Collection<String> used) {
    return next(used, List.of());
  }

  /**
   * The same beside what the host has already, for example the network of another program. A block
   * larger than the whole pool is the way to somewhere else, and as good as the operator wants it.
   */
  public Optional<String> next(Collection<String> used, List<Cidr> there) {
    List<Cidr> taken =
        Stream.concat(
                used.stream().filter(block -> !block.contains(":")).map(Cidr::parse),
                there.stream().filter(block -> block.prefix() > pool.prefix()))
            .toList();
    return IntStream.range(0, pool.count(PIECE))
        .mapToObj(position -> pool.part(PIECE, position))
        .filter(piece -> taken.stream().noneMatch(piece::overlaps))
        .map(Cidr::toString)
        .findFirst();
  }
}

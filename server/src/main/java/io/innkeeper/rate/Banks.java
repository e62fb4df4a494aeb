package io.innkeeper.rate;

import java.time.Clock;
import java.util.List;

/** Every bank whose tables are read. */
public final class Banks implements AutoCloseable {
  private final NbpClient nbp;
  private final EcbClient ecb;

  public Banks(RateSettings settings, Clock clock) {
    nbp = new NbpClient(settings.nbpUrl(), settings.timeout());
    ecb = new EcbClient(settings.ecbUrl(), settings.timeout(), clock);
  }

  /** In the order in which they are asked: the rarer currencies after the usual ones. */
  public List<RateSource> sources() {
    return List.of(nbp.tableA(), ecb, nbp.tableB(), nbp.tableC());
  }

  @Override
  public void close() {
    nbp.close();
    ecb.close();
  }
}

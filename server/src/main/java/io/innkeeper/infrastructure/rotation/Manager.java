package io.innkeeper.infrastructure.rotation;

import io.innkeeper.fault.Fault;
import io.innkeeper.infrastructure.Source;
import io.innkeeper.infrastructure.SourceKind;
import io.innkeeper.infrastructure.Sources;
import io.innkeeper.infrastructure.vcf.Party;
import io.innkeeper.infrastructure.vcf.Session;
import io.innkeeper.infrastructure.vcf.Vcf;

/** The way to the SDDC Manager that an order was made for, and to no other. */
record Manager(Sources sources, Vcf vcf) {
  /**
   * Signs in.
   *
   * @throws Fault CONFLICT when the environment's SDDC Manager is another one now
   */
  Session open(Change change) throws InterruptedException {
    Source source = sources.get(change.environment(), SourceKind.MANAGER);
    if (!source.spec().at().shown().equals(change.askedAt()))
      throw Fault.conflict(
              "source-changed",
              "The order was for the SDDC Manager at "
                  + change.askedAt()
                  + "; the environment has another one now.")
          .advising("Look there how it ended.");
    return vcf.open(
        Party.of(source.spec(), sources.password(change.environment(), SourceKind.MANAGER)));
  }
}

package io.innkeeper.infrastructure.rotation;

import io.innkeeper.fault.Fault;
import io.innkeeper.infrastructure.SourceKind;
import io.innkeeper.infrastructure.Sources;
import io.innkeeper.infrastructure.vcf.Party;
import io.innkeeper.infrastructure.vcf.Session;
import io.innkeeper.infrastructure.vcf.Vcf;
import io.innkeeper.secret.Secret;
import io.innkeeper.store.Database;
import java.util.List;

/** The way to the SDDC Manager that an order was made for, and to no other. */
record Manager(Database database, ChangeStore store, Sources sources, Vcf vcf) {
  /**
   * Signs in; what was typed for the order is passed on by nobody in this session.
   *
   * @throws Fault CONFLICT when the environment's SDDC Manager is another one now
   */
  Session open(Change change) throws InterruptedException {
    Sources.Entry entry = sources.entry(change.environment(), SourceKind.MANAGER);
    if (!entry.source().spec().at().shown().equals(change.askedAt()))
      throw Fault.conflict(
              "source-changed",
              "The order was for the SDDC Manager at "
                  + change.askedAt()
                  + "; the environment has another one now.")
          .advising("Look there how it ended.");
    List<Secret> typed =
        database.read(
            handle ->
                change.parts().stream()
                    .flatMap(part -> store.typed(handle, change.id(), part.credential()).stream())
                    .toList());
    Session session = vcf.open(Party.of(entry));
    typed.forEach(session::hide);
    return session;
  }
}

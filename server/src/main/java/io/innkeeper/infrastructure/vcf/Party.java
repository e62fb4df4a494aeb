package io.innkeeper.infrastructure.vcf;

import io.innkeeper.infrastructure.HostAddress;
import io.innkeeper.infrastructure.SourceKind;
import io.innkeeper.infrastructure.SourceSpec;
import io.innkeeper.infrastructure.Sources;
import io.innkeeper.infrastructure.Trust;
import io.innkeeper.secret.Secret;

/** Whom we talk to, by what they are believed, and as whom. */
public record Party(
    SourceKind kind, HostAddress at, Trust trust, String username, Secret password) {
  public static Party of(SourceSpec source, Secret password) {
    return new Party(source.kind(), source.at(), source.trust(), source.username(), password);
  }

  public static Party of(Sources.Entry entry) {
    return of(entry.source().spec(), entry.password());
  }

  /** As sentences name it: {@code SDDC Manager at sddc.example.com}. */
  public String shown() {
    return kind.product() + " at " + at.shown();
  }
}

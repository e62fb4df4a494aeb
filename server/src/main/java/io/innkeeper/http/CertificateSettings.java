package io.innkeeper.http;

import io.innkeeper.settings.Setting;
import java.util.List;

/** What the console's certificate is for. */
public record CertificateSettings(
    @Setting(
            says =
                "Names and addresses that the self-signed certificate is for, beside this"
                    + " machine's own; a comma between them.")
        List<String> names) {

  /** Each name as the certificate will hold it, so that the two can be compared. */
  public CertificateSettings {
    names = names.stream().map(MachineNames::canonical).toList();
  }
}

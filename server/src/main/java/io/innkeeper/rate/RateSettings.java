package io.innkeeper.rate;

import io.innkeeper.fault.Fault;
import io.innkeeper.settings.Setting;
import java.time.Duration;

/** Where exchange rates are read. */
public record RateSettings(
    @Setting(
            says = "Where Narodowy Bank Polski answers; all paths are below it.",
            byDefault = "https://api.nbp.pl/api")
        String nbpUrl,
    @Setting(
            says = "Where the European Central Bank's files of reference rates are.",
            byDefault = "https://www.ecb.europa.eu/stats/eurofxref")
        String ecbUrl,
    @Setting(
            says =
                "How often it is looked whether a table should be out that isn't known yet; a bank"
                    + " is asked only then. 0s for never.",
            byDefault = "1h")
        Duration every,
    @Setting(says = "How long a bank may take to answer.", byDefault = "20s", atLeast = "1s")
        Duration timeout) {

  public RateSettings {
    nbpUrl = address("nbp-url", nbpUrl);
    ecbUrl = address("ecb-url", ecbUrl);
  }

  private static String address(String name, String text) {
    String address = text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    if (address.matches("https?://[A-Za-z0-9.:\\[\\]-]+(/[A-Za-z0-9._~/-]*)?")) return address;
    throw Fault.invalid(
        "rates-url",
        "innkeeper.rates." + name + " must be a plain http or https address of a bank.");
  }
}

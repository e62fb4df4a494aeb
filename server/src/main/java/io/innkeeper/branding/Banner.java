package io.innkeeper.branding;

import io.innkeeper.client.BannerSpec;
import io.innkeeper.fault.Fault;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A line that everybody in the workspace sees; the app has banners, so no licence is touched. */
public record Banner(String type, String text, boolean dismissible) {
  /** By which our banner is told from those that the workspace's admins wrote. */
  static final String ID = "innkeeper-brand";

  private static final List<String> TYPES = List.of("info", "success", "warning", "error");
  private static final int LONGEST = 500;

  static Banner parse(BannerSpec given) {
    String type = Objects.requireNonNullElse(given.type(), "info");
    if (!TYPES.contains(type))
      throw Fault.invalidField(
          "banner.type", "banner-type", "One of info, success, warning, error.");
    String text = Objects.requireNonNullElse(given.text(), "").strip();
    if (text.isEmpty() || text.length() > LONGEST)
      throw Fault.invalidField("banner.text", "banner-text", "A text of 1 to 500 characters.");
    return new Banner(type, text, !Boolean.FALSE.equals(given.dismissible()));
  }

  BannerSpec spec() {
    return new BannerSpec(type, text, dismissible);
  }

  /** As the app's configuration has it. */
  Map<String, Object> entry(Instant since) {
    Map<String, Object> entry = new LinkedHashMap<>();
    entry.put("id", ID);
    entry.put("type", type);
    entry.put("title", "");
    entry.put("content", text);
    entry.put("dismissible", dismissible);
    entry.put("timestamp", since.getEpochSecond());
    return entry;
  }
}

package io.innkeeper.gateway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The model named in a multipart form, such as an upload of speech. */
final class FormModel {
  private static final Pattern PART =
      Pattern.compile(
          "(?i)content-disposition:[^\\r\\n]*\\bname=\"?model\"?[^\\r\\n]*\\r\\n"
              + "(?:[^\\r\\n]+\\r\\n)*\\r\\n([^\\r\\n]{1,200})\\r\\n");

  private FormModel() {}

  /** The one model; empty if there is none or more than one. */
  static Optional<String> of(List<Buffer> pieces) {
    Buffer all = Buffer.buffer();
    pieces.forEach(all::appendBuffer);
    Matcher matcher = PART.matcher(new String(all.getBytes(), ISO_8859_1));
    if (!matcher.find()) return Optional.empty();
    String model = new String(matcher.group(1).getBytes(ISO_8859_1), UTF_8);
    return matcher.find() ? Optional.empty() : Optional.of(model);
  }
}

package io.innkeeper.gateway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a multipart form, such as an upload of speech, says under one name.
 *
 * @param values as given
 * @param named how often a part seems to bear the name, readable or not
 */
record FormText(List<String> values, int named) {
  FormText {
    values = List.copyOf(values);
  }

  /**
   * @param name letters only
   */
  static FormText of(List<Buffer> pieces, String name) {
    Buffer all = Buffer.buffer();
    pieces.forEach(all::appendBuffer);
    String form = new String(all.getBytes(), ISO_8859_1);
    List<String> values = new ArrayList<>();
    Matcher matcher = part(name).matcher(form);
    while (matcher.find()) values.add(new String(matcher.group(1).getBytes(ISO_8859_1), UTF_8));
    return new FormText(values, (int) mention(name).matcher(form).results().count());
  }

  /** The one value; empty if there is none or more than one. */
  String one() {
    return values.size() == 1 ? values.getFirst() : "";
  }

  private static Pattern part(String name) {
    return Pattern.compile(
        "(?i)content-disposition:[^\\r\\n]*\\bname=\"?"
            + name
            + "\"?(?:;[^\\r\\n]*)?\\r\\n(?:[^\\r\\n]+\\r\\n)*\\r\\n([^\\r\\n]{1,200})\\r\\n");
  }

  /** However oddly it is written: another reader may understand it. */
  private static Pattern mention(String name) {
    return Pattern.compile(
        "(?i)form-data[^\\r\\n]*\\bname\\*?\\s*=\\s*[^;\\r\\n]*?\\b"
            + name
            + "\\b[\"']?\\s*[;\\r\\n]");
  }
}

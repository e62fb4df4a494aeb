package io.innkeeper.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.innkeeper.console.view.Field;
import io.innkeeper.console.view.Listing;
import io.innkeeper.http.Call;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A list's address with all that is chosen in it; each choice is another address. */
record Address(String path, Map<String, String> query) {
  /** Where a list was asked for, with these parts of its query. */
  static Address of(Call call, String path, List<String> names) {
    Address address = new Address(path, Map.of());
    for (String name : names) address = address.with(name, call.query(name).orElse(""));
    return address;
  }

  /** With another choice; empty takes it away. */
  Address with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(query);
    if (value.isEmpty()) more.remove(name);
    else more.put(name, value);
    return new Address(path, more);
  }

  String get(String name) {
    return query.getOrDefault(name, "");
  }

  /** All but one part, for the hidden fields of a search. */
  List<Field.Choice> hiddenBut(String name) {
    return query.entrySet().stream()
        .filter(part -> !part.getKey().equals(name))
        .map(part -> new Field.Choice(part.getKey(), part.getValue(), ""))
        .toList();
  }

  /** A column's head that sorts by {@code word}, and the other way round when it does already. */
  Listing.Column column(String label, String word, String css) {
    boolean up = get("sort").equals(word);
    boolean down = get("sort").equals("-" + word);
    String sort = up ? "ascending" : down ? "descending" : "";
    return new Listing.Column(label, with("sort", up ? "-" + word : word).toString(), sort, css);
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder(path);
    char before = '?';
    for (Map.Entry<String, String> part : query.entrySet()) {
      text.append(before).append(part.getKey()).append('=');
      text.append(URLEncoder.encode(part.getValue(), UTF_8));
      before = '&';
    }
    return text.toString();
  }
}

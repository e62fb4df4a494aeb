package io.innkeeper.console;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.innkeeper.client.Json;
import io.innkeeper.console.view.Commands;
import io.innkeeper.console.view.Sentence;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One act as a command and as a call, built side by side so that they say the same.
 *
 * @param cli the command so far
 * @param call method and address
 * @param body what the call sends
 */
record CommandLines(Sentence cli, String call, Map<String, Object> body) {
  private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}._@:/+-]+");

  /** {@code words} follow the program's name; {@code call} is {@code POST /api/v1/…}. */
  static CommandLines of(String words, String call) {
    return new CommandLines(Sentence.of("innkeeper " + words), call, Map.of());
  }

  /** A word of the command only: the address of the call holds it already. */
  CommandLines word(String value) {
    return new CommandLines(cli.plain(" ").value(quoted(value)), call, body);
  }

  /** Several words of the command only. */
  CommandLines words(List<String> values) {
    CommandLines all = this;
    for (String each : values) all = all.word(each);
    return all;
  }

  /** A second command of the same call; the program has a verb of its own for a part of it. */
  CommandLines then(String words) {
    return new CommandLines(cli.plain(" &&\ninnkeeper " + words), call, body);
  }

  /** An option of the command and the same field of the call. */
  CommandLines with(String option, String field, String value) {
    return new CommandLines(option(cli, option, value), call, more(field, value));
  }

  /** A word of the command that is a field of the call. */
  CommandLines also(String field, String value) {
    return new CommandLines(cli.plain(" ").value(quoted(value)), call, more(field, value));
  }

  /** A field of the call only. */
  CommandLines field(String field, String value) {
    return new CommandLines(cli, call, more(field, value));
  }

  /** An option of the command only. */
  CommandLines option(String option, String value) {
    return new CommandLines(option(cli, option, value), call, body);
  }

  /** A word of the command that is its own value. */
  CommandLines flag(String option) {
    return new CommandLines(cli.plain(" \\\n    " + option), call, body);
  }

  /** A part of the call that has fields of its own. */
  CommandLines holding(String field, Object value) {
    return new CommandLines(cli, call, more(field, value));
  }

  /** The same with another call. */
  CommandLines calling(String methodAndAddress) {
    return new CommandLines(cli, methodAndAddress, body);
  }

  /** A choice of yes and no, said where it is yes. */
  CommandLines flag(String option, String field, boolean yes) {
    return yes ? told(option, field, true) : this;
  }

  /** A word of the command that is said otherwise in the call. */
  CommandLines told(String option, String field, Object value) {
    return new CommandLines(cli.plain(" \\\n    " + option), call, more(field, value));
  }

  /** A list: the option is repeated. */
  CommandLines each(String option, String field, List<String> values) {
    Sentence said = cli;
    for (String one : values) said = option(said, option, one);
    return new CommandLines(said, call, more(field, values));
  }

  /** A number: it stands bare in the call. */
  CommandLines number(String option, String field, Optional<BigDecimal> value) {
    return value
        .map(
            number ->
                new CommandLines(
                    option(cli, option, number.toPlainString()), call, more(field, number)))
        .orElse(this);
  }

  /** Several values under names of their own: {@code --env NAME=value}. */
  CommandLines all(String option, String field, Map<String, String> values) {
    if (values.isEmpty()) return this;
    Sentence said = cli;
    for (Map.Entry<String, String> one : values.entrySet())
      said = option(said, option, one.getKey() + "=" + one.getValue());
    return new CommandLines(said, call, more(field, values));
  }

  private Map<String, Object> more(String field, Object value) {
    Map<String, Object> more = new LinkedHashMap<>(body);
    more.put(field, value);
    return more;
  }

  /** The same, if there is a value. */
  CommandLines with(String option, String field, Optional<String> value) {
    return value.map(text -> with(option, field, text)).orElse(this);
  }

  /**
   * The drawer that shows it.
   *
   * @param audit the line it leaves
   * @param back the page it was asked on
   */
  Commands drawer(String about, String audit, String back) {
    Sentence api = Sentence.of(call + "\n").quiet("Authorization: Bearer $INNKEEPER_TOKEN");
    if (!body.isEmpty()) api = json(api.plain("\n\n{"), body);
    return new Commands(about, cli, api, audit, false, back);
  }

  private static Sentence option(Sentence cli, String option, String value) {
    return cli.plain(" \\\n    " + option + " ").value(quoted(value));
  }

  private static Sentence json(Sentence api, Map<String, Object> body) {
    Sentence all = api;
    String before = "\n  ";
    for (Map.Entry<String, Object> field : body.entrySet()) {
      all = all.plain(before + "\"" + field.getKey() + "\": ").value(written(field.getValue()));
      before = ",\n  ";
    }
    return all.plain("\n}");
  }

  private static String written(Object value) {
    try {
      return Json.LENIENT.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("texts always have a JSON form", e);
    }
  }

  /** As a shell takes it for one word. */
  private static String quoted(String text) {
    if (PLAIN.matcher(text).matches()) return text;
    return "'" + text.replace("'", "'\\''") + "'";
  }
}

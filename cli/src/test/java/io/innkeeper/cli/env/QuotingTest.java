package io.innkeeper.cli.env;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.innkeeper.cli.desk.Refusal;
import io.innkeeper.organisation.EnvironmentOrganisation;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuotingTest {
  private static final String LETTERS = "aB9 ąŻé漢🍀 #'\"$\\`!&;|<>*?~%={}()[]^,.:/@+-_\u00a0";
  private static final List<String> NAMES =
      List.of(
          "Acme",
          "ABC Company Sp. z o.o.",
          "Company #1 \"Best\"",
          "O'Neil & Sons",
          "100% $HOME `id` $(id)",
          "back\\slash",
          "it's a \\n new \"thing\" here",
          "two \\\\ of them",
          "~tilde",
          "Żółta Łódź",
          "#",
          "a = b; exit 1");

  @TempDir private Path folder;

  @Test
  void quotesRoundTripThroughAShell() throws Exception {
    Map<String, String> wanted = new LinkedHashMap<>();
    StringBuilder file = new StringBuilder();
    for (String value : values()) {
      for (String form : Quoting.forms(value)) {
        String name = "V" + wanted.size();
        wanted.put(name, value);
        file.append(name).append('=').append(form).append('\n');
      }
    }
    Path path = Files.writeString(folder.resolve(".env"), file);
    assertThat(wanted).hasSizeGreaterThan(500);
    for (String shell : List.of("sh", "bash"))
      for (String locale : List.of("C", "C.UTF-8"))
        assertThat(sourced(shell, locale, path)).as(shell).containsAllEntriesOf(wanted);
  }

  @Test
  void everyReaderReadsEveryFormAlike() {
    for (String value : values()) {
      for (String form : Quoting.forms(value)) {
        Quoting.Read read = Quoting.read(form + " # said");
        assertThat(read.value()).as(form).isEqualTo(value);
        assertThat(read.written()).isEqualTo(form);
        assertThat(read.comment()).isEqualTo(" # said");
        Dialects.ALL.forEach(
            (name, reader) ->
                assertThat(reader.apply(form)).as(name + ": " + form).isEqualTo(value));
      }
    }
  }

  @Test
  void theStartUpReadsWhatIsWritten() throws Exception {
    for (String name : NAMES) {
      String text = "ORGANIZATION_NAME=" + Quoting.write(name) + "\n";
      Path path = Files.writeString(folder.resolve(".env"), text);
      assertThat(EnvironmentOrganisation.read(path, Map.of()).name()).as(text).contains(name);
    }
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '|',
      value = {
        "Acme, Acme",
        "two words, |'two words'|",
        "O'Neil, |\"O'Neil\"|",
        "|a\"b|, |'a\"b'|",
        "a#b, |'a#b'|"
      })
  void theSimplestFormIsTaken(String value, String written) {
    assertThat(Quoting.write(value)).isEqualTo(written);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\nb", "a\rb", "a\u2028b", "${HOME}", "end\\", "it's $5", "it's `id`"})
  void whatNotAllWouldReadIsRefused(String value) {
    assertThatThrownBy(() -> Quoting.write(value)).isInstanceOf(Refusal.class);
  }

  /** The names above and some thousand that chance made; the same in each run. */
  private static List<String> values() {
    List<String> all = new ArrayList<>(NAMES);
    Random chance = new Random(20261129);
    int[] letters = LETTERS.codePoints().toArray();
    for (int made = 0; made < 1500; made++) {
      StringBuilder value = new StringBuilder();
      int length = 1 + chance.nextInt(16);
      for (int at = 0; at < length; at++)
        value.appendCodePoint(letters[chance.nextInt(letters.length)]);
      if (!value.toString().isBlank()) all.add(value.toString().strip());
    }
    return all;
  }

  private static Map<String, String> sourced(String shell, String locale, Path file)
      throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder(shell, "-c", "set -a; . \"$1\"; env -0", shell, file.toString());
    builder.environment().put("LC_ALL", locale);
    Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).isZero();
    Map<String, String> read = new LinkedHashMap<>();
    for (String each : said.split("\0")) {
      int equals = each.indexOf('=');
      if (each.matches("(?s)V\\d+=.*"))
        read.put(each.substring(0, equals), each.substring(equals + 1));
    }
    return read;
  }
}

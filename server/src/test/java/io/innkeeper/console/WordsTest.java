package io.innkeeper.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.innkeeper.console.view.Words;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every sentence that usage pages say is known in Polish, with the same places for values. */
class WordsTest {
  private static final Pattern JAVA =
      Pattern.compile("\\.(?:say|tell)\\(\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");
  private static final Pattern TEMPLATE = Pattern.compile("say\\('([^']*)'\\)");

  @Test
  void everySentenceIsKnownInPolish() throws IOException {
    Set<String> unknown = new TreeSet<>();
    for (String sentence : said()) if (!Words.POLISH.knows(sentence)) unknown.add(sentence);
    for (UsageTab tab : UsageTab.values())
      if (!Words.POLISH.knows(tab.label())) unknown.add(tab.label());
    assertThat(unknown).isEmpty();
  }

  @Test
  void everyTranslationTakesTheSameValues() {
    Words.POLISH
        .known()
        .forEach(
            (english, polish) -> assertThat(places(polish)).as(polish).isEqualTo(places(english)));
  }

  private static long places(String sentence) {
    return Pattern.compile("%s").matcher(sentence).results().count();
  }

  private static Set<String> said() throws IOException {
    Set<String> all = new TreeSet<>();
    find(Path.of("src/main/java/io/innkeeper/console"), JAVA, all);
    find(Path.of("src/main/resources/templates"), TEMPLATE, all);
    assertThat(all).hasSizeGreaterThan(80);
    return all;
  }

  private static void find(Path folder, Pattern pattern, Set<String> into) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        // Long sentences are broken over lines.
        String text = Files.readString(file).replaceAll("\"\\s*\\+\\s*\"", "");
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) into.add(matcher.group(1));
      }
    }
  }
}

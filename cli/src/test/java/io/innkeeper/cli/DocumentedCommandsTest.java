package io.innkeeper.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** What the pages tell people to type can be typed. */
class DocumentedCommandsTest {
  private static final Path ROOT = Path.of("..");

  // In code only: a line of a block, or between backticks.
  private static final Pattern IN_LINE = Pattern.compile("`(?:\\./)?innkeeper ([^`]+)`");
  private static final Pattern LINE = Pattern.compile("^(?:\\./)?innkeeper (.+)$");
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");
  private static final Set<String> OF_THE_SCRIPT =
      Set.of("demo", "test", "serve", "clear-out", "doctor", "benchmark", "build", "--help");

  @TempDir private Path folder;

  @Test
  void everyCommandLineOfThePagesIsUnderstood() throws IOException {
    List<String> wrong = new ArrayList<>();
    for (Path page : pages()) {
      for (String typed : commands(page))
        problem(typed).ifPresent(why -> wrong.add(page.getFileName() + ": " + typed + ": " + why));
    }
    assertThat(wrong).isEmpty();
  }

  @Test
  void thePagesHaveCommandsAndAWrongOneIsSeen() throws IOException {
    assertThat(commands(ROOT.resolve("README.md"))).contains("demo", "test");
    assertThat(commands(ROOT.resolve("docs/open-a-tenant.md")))
        .contains("org create \"Brzoza Podatki\"");
    assertThat(problem("tenant opne x")).isPresent();
    assertThat(problem("tenant open brzoza")).isPresent();
    assertThat(problem("demo tenant list --nothing")).isPresent();
  }

  private Optional<String> problem(String typed) {
    List<String> words = words(typed);
    boolean demo = words.size() > 1 && words.getFirst().equals("demo");
    if (demo && words.get(1).equals("--down")) return Optional.empty();
    if (!demo && OF_THE_SCRIPT.contains(words.getFirst())) return Optional.empty();
    List<String> ofTheClient = demo ? words.subList(1, words.size()) : words;
    CommandLine commands = new TestingDesk(folder).commands();
    try {
      commands.parseArgs(ofTheClient.toArray(String[]::new));
      return Optional.empty();
    } catch (ParameterException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  private static List<Path> pages() throws IOException {
    try (Stream<Path> docs = Files.list(ROOT.resolve("docs"))) {
      // The generated page shows synopses, which the model itself wrote.
      return Stream.concat(
              Stream.of(ROOT.resolve("README.md"), ROOT.resolve("CONTRIBUTING.md")),
              docs.filter(page -> page.toString().endsWith(".md"))
                  .filter(page -> !page.endsWith("cli.md"))
                  .sorted())
          .toList();
    }
  }

  private static List<String> commands(Path page) throws IOException {
    List<String> found = new ArrayList<>();
    boolean block = false;
    for (String line : Files.readAllLines(page)) {
      if (line.startsWith("```")) block = !block;
      Matcher typed = (block ? LINE : IN_LINE).matcher(line);
      while (typed.find()) found.add(withoutComment(typed.group(1)));
    }
    return found;
  }

  /** Up to a comment, a pipe or a redirection: what stands there is the shell's. */
  private static String withoutComment(String typed) {
    return typed.replaceFirst("\\s+[#|<>].*$", "").strip();
  }

  private static List<String> words(String typed) {
    return WORD.matcher(typed)
        .results()
        .map(word -> Stream.of(1, 2, 3).map(word::group).filter(text -> text != null).findFirst())
        .map(Optional::orElseThrow)
        .toList();
  }
}

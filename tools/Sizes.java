import static java.util.stream.Collectors.groupingBy;

import com.sun.source.tree.CatchTree;
import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.lang.model.element.Modifier;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;

/**
 * Prints how large the project's parts are, beside the sizes to aim for, and how many tests ran.
 * Information, not a gate: {@code java tools/Sizes.java [DIRECTORY]}.
 */
public final class Sizes {
  private static final Set<String> BROAD = Set.of("Exception", "RuntimeException", "Throwable");
  private static final Pattern TESTS =
      Pattern.compile(
          "<testsuite [^>]*?tests=\"(\\d+)\" errors=\"(\\d+)\" skipped=\"(\\d+)\""
              + " failures=\"(\\d+)\"");

  public static void main(String[] words) throws IOException {
    Path root = Path.of(words.length == 0 ? "." : words[0]).toAbsolutePath().normalize();
    Code main = Code.read(files(root, "src/main/java", ".java"));
    Code test = Code.read(files(root, "src/test/java", ".java"));
    List<Integer> templates =
        files(root, "src/main/resources", ".html").stream().map(Sizes::lines).sorted().toList();
    System.out.println("\nSizes, beside those to aim for (information, not a gate)");
    row("files, main and test", main.files.size() + " and " + test.files.size(), "");
    row("file lines, median / p95 / max", spread(main.fileLines), "60 / 250 / 400");
    row("method lines, median / p95 / max", spread(main.methodLines), "5 / 22 / 50");
    row(
        "constructor parameters, p95 / max (no records)",
        tail(main.constructorParameters),
        "5 / 8");
    row("instance fields final", percent(main.finalFields, main.fields), "85% or more");
    row("broad catches", percent(main.broadCatches, main.catches), "15% or fewer");
    row(
        "null literals per 1,000 lines of code",
        perThousand(main.nulls, main.codeLines),
        "12 or fewer");
    row("files per package, median / p95 / max", spread(main.filesPerPackage()), "5 to 20");
    row("test method lines, median / p95 / max", spread(test.testLines), "9 / 25 / 40");
    row("lines of code, test : main", ratio(test.codeLines, main.codeLines), "1.2 to 1.5");
    row("template lines, median / p95 / max", spread(templates), "15 / 45 / 60");
    main.lookTwice.stream().sorted().forEach(each -> System.out.println("  look twice: " + each));
    System.out.println(testsRun(root));
  }

  /** What one pass over a set of sources counted. */
  private static final class Code extends TreePathScanner<Void, Void> {
    final List<Path> files;
    final List<Integer> fileLines = new ArrayList<>();
    final List<Integer> methodLines = new ArrayList<>();
    final List<Integer> testLines = new ArrayList<>();
    final List<Integer> constructorParameters = new ArrayList<>();
    final List<String> lookTwice = new ArrayList<>();
    int codeLines;
    int fields;
    int finalFields;
    int catches;
    int broadCatches;
    int nulls;
    private final Trees trees;

    private Code(List<Path> files, Trees trees) {
      this.files = files;
      this.trees = trees;
    }

    static Code read(List<Path> files) throws IOException {
      JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
      var manager = compiler.getStandardFileManager(null, null, null);
      var sources = manager.getJavaFileObjectsFromPaths(files);
      var task =
          (JavacTask) compiler.getTask(null, manager, null, List.of("-proc:none"), null, sources);
      Code code = new Code(files, Trees.instance(task));
      if (!files.isEmpty()) code.scan(task.parse(), null);
      for (Path file : files) code.countLines(file);
      return code;
    }

    private void countLines(Path file) throws IOException {
      List<String> all = Files.readAllLines(file);
      fileLines.add(all.size());
      if (all.size() > 300) lookTwice.add(file.getFileName() + " has " + all.size() + " lines");
      codeLines += (int) all.stream().map(String::strip).filter(Sizes::isCode).count();
    }

    List<Integer> filesPerPackage() {
      Map<Path, List<Path>> packages = files.stream().collect(groupingBy(Path::getParent));
      return packages.values().stream().map(List::size).toList();
    }

    @Override
    public Void visitMethod(MethodTree method, Void none) {
      boolean constructor = method.getReturnType() == null;
      if (constructor && !inRecord()) constructorParameters.add(method.getParameters().size());
      int lines = linesOf(method);
      if (method.getBody() != null && lines > 0) {
        methodLines.add(lines);
        if (isTest(method)) testLines.add(lines);
        if (lines > 40) lookTwice.add(name(method) + " has " + lines + " lines");
      }
      return super.visitMethod(method, none);
    }

    @Override
    public Void visitVariable(VariableTree variable, Void none) {
      Tree owner = getCurrentPath().getParentPath().getLeaf();
      Set<Modifier> flags = variable.getModifiers().getFlags();
      if (owner instanceof ClassTree && !flags.contains(Modifier.STATIC)) {
        boolean component = owner.getKind() == Tree.Kind.RECORD;
        fields++;
        if (component || flags.contains(Modifier.FINAL)) finalFields++;
      }
      return super.visitVariable(variable, none);
    }

    @Override
    public Void visitCatch(CatchTree caught, Void none) {
      catches++;
      if (BROAD.contains(caught.getParameter().getType().toString())) {
        broadCatches++;
        lookTwice.add(unit() + " catches " + caught.getParameter().getType());
      }
      return super.visitCatch(caught, none);
    }

    @Override
    public Void visitLiteral(LiteralTree literal, Void none) {
      if (literal.getKind() == Tree.Kind.NULL_LITERAL) nulls++;
      return super.visitLiteral(literal, none);
    }

    /** From the signature to the closing brace; a compact constructor is counted the same way. */
    private int linesOf(MethodTree method) {
      CompilationUnitTree unit = getCurrentPath().getCompilationUnit();
      long end = trees.getSourcePositions().getEndPosition(unit, method);
      if (end < 0) return 0;
      long start = trees.getSourcePositions().getStartPosition(unit, method);
      long afterModifiers = trees.getSourcePositions().getEndPosition(unit, method.getModifiers());
      var map = unit.getLineMap();
      return (int)
          (map.getLineNumber(end) - map.getLineNumber(Math.max(start, afterModifiers)) + 1);
    }

    private boolean inRecord() {
      return getCurrentPath().getParentPath().getLeaf().getKind() == Tree.Kind.RECORD;
    }

    private boolean isTest(MethodTree method) {
      return method.getModifiers().getAnnotations().stream()
          .map(each -> each.getAnnotationType().toString())
          .anyMatch(each -> each.endsWith("Test") || each.equals("BothEngines"));
    }

    private String name(MethodTree method) {
      return unit() + " " + method.getName() + "()";
    }

    private String unit() {
      String path = getCurrentPath().getCompilationUnit().getSourceFile().getName();
      return path.substring(path.lastIndexOf('/') + 1);
    }
  }

  private static List<Path> files(Path root, String below, String suffix) throws IOException {
    List<Path> found = new ArrayList<>();
    for (String module : List.of("client", "server", "cli")) {
      Path start = root.resolve(module).resolve(below);
      if (!Files.isDirectory(start)) continue;
      try (Stream<Path> all = Files.walk(start)) {
        all.filter(each -> each.toString().endsWith(suffix)).sorted().forEach(found::add);
      }
    }
    return found;
  }

  private static int lines(Path file) {
    try (Stream<String> all = Files.lines(file)) {
      return (int) all.count();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isCode(String line) {
    return !line.isEmpty()
        && !line.startsWith("//")
        && !line.startsWith("*")
        && !line.startsWith("/*");
  }

  private static String testsRun(Path root) throws IOException {
    int[] sums = new int[4];
    for (String module : List.of("client", "server", "cli")) {
      Path reports = root.resolve(module + "/target/surefire-reports");
      if (!Files.isDirectory(reports)) continue;
      try (Stream<Path> all = Files.list(reports)) {
        for (Path report : all.filter(each -> each.toString().endsWith(".xml")).toList()) {
          Matcher counts = TESTS.matcher(Files.readString(report));
          if (counts.find())
            for (int i = 0; i < 4; i++) sums[i] += Integer.parseInt(counts.group(i + 1));
        }
      }
    }
    return "Tests: %d run, %d failed, %d with errors, %d skipped"
        .formatted(sums[0], sums[3], sums[1], sums[2]);
  }

  private static void row(String what, String measured, String aim) {
    System.out.printf("  %-46s %-18s %s%n", what, measured, aim);
  }

  private static String spread(List<Integer> values) {
    return "%d / %d / %d".formatted(at(values, 0.5), at(values, 0.95), at(values, 1));
  }

  private static String tail(List<Integer> values) {
    return "%d / %d".formatted(at(values, 0.95), at(values, 1));
  }

  private static int at(List<Integer> values, double share) {
    if (values.isEmpty()) return 0;
    List<Integer> sorted = values.stream().sorted().toList();
    return sorted.get((int) Math.round(share * (sorted.size() - 1)));
  }

  private static String percent(int part, int whole) {
    return whole == 0 ? "none" : Math.round(100.0 * part / whole) + "% of " + whole;
  }

  private static String perThousand(int part, int whole) {
    return "%.1f".formatted(whole == 0 ? 0 : 1000.0 * part / whole);
  }

  private static String ratio(int part, int whole) {
    return "%.2f (%d : %d)".formatted(whole == 0 ? 0 : (double) part / whole, part, whole);
  }
}

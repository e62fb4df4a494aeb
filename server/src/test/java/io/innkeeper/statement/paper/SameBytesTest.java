package io.innkeeper.statement.paper;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What was issued can be made again, wherever and whenever. */
class SameBytesTest {

  @Test
  void sameStatementSameBytes() throws Exception {
    String digests = digests();
    Thread.sleep(1_100); // beyond the second that files are dated by
    assertThat(digests()).isEqualTo(digests);
  }

  @Test
  void anotherProcessInAnotherPlaceMakesTheSame() throws Exception {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Duser.timezone=Pacific/Auckland",
                "-Duser.language=ar",
                "-Duser.country=EG",
                "-Dfile.encoding=ISO-8859-1",
                "-cp",
                System.getProperty("java.class.path"),
                SameBytesTest.class.getName())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    String there = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).isZero();
    assertThat(there).isEqualTo(digests());
  }

  @Test
  void manyAtOnceMakeTheSame() throws Exception {
    byte[] alone = Papers.pdf(Samples.issued().statement());
    Callable<byte[]> again = () -> Papers.pdf(Samples.issued().statement());
    try (ExecutorService many = Executors.newFixedThreadPool(8)) {
      for (Future<byte[]> one : many.invokeAll(Collections.nCopies(40, again)))
        assertThat(one.get()).isEqualTo(alone);
    }
  }

  @Test
  void otherStatementsOtherBytes() throws Exception {
    assertThat(digests().lines().distinct()).hasSize((int) digests().lines().count());
  }

  /** Run as the other process. */
  public static void main(String[] arguments) throws Exception {
    System.out.print(digests());
  }

  private static String digests() throws IOException, GeneralSecurityException {
    List<String> digests = new ArrayList<>();
    for (Samples sample :
        List.of(
            Samples.draft(),
            Samples.issued().inEnglish(),
            Samples.draft().correcting("2026/10/0031"),
            Samples.issued().withLines(Samples.people(120)))) {
      ByteArrayOutputStream csv = new ByteArrayOutputStream();
      Papers.csv(sample.statement(), csv);
      digests.add(digest(Papers.pdf(sample.statement())));
      digests.add(digest(csv.toByteArray()));
      digests.add(digest(Papers.xlsx(sample.statement())));
    }
    return String.join("\n", digests) + "\n";
  }

  private static String digest(byte[] bytes) throws GeneralSecurityException {
    return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
  }
}

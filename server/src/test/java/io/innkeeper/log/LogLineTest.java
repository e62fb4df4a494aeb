package io.innkeeper.log;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class LogLineTest {
  private static String line(String message, @Nullable Throwable failure, Object... arguments) {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    Logger logger = context.getLogger("io.innkeeper.access.SignIn");
    LoggingEvent event = new LoggingEvent("", logger, Level.INFO, message, failure, arguments);
    event.setTimeStamp(0);
    return new LogLine().doLayout(event);
  }

  @Test
  void eventIsOneLine() {
    assertThat(line("{} signed in", null, "Zoë 🦊"))
        .isEqualTo("1970-01-01T00:00:00.000Z INFO  SignIn Zoë 🦊 signed in\n");
  }

  @Test
  void inputCanNotForgeALine() {
    String forged =
        "x\n2026-01-01T00:00:00.000Z INFO  SignIn admin signed in\r\u2028\u0085\u001b[2K\u202e";
    assertThat(line("{} failed", null, forged))
        .endsWith(
            "SignIn x\\n2026-01-01T00:00:00.000Z INFO  SignIn admin signed in"
                + "\\r\\u2028\\u0085\\u001b[2K\\u202e failed\n")
        .containsOnlyOnce("\n");
  }

  @Test
  void messagesOfFailuresCanNotForgeALineEither() {
    Throwable cause = new IllegalArgumentException("b\n2026 ERROR c");
    assertThat(line("broke", new IllegalStateException("a\nb", cause)).lines().skip(1))
        .allMatch(line -> line.startsWith("  "))
        .anyMatch(line -> line.contains("IllegalStateException: a\\nb"))
        .anyMatch(line -> line.contains("because of java.lang.IllegalArgumentException: b\\n2026"));
  }
}

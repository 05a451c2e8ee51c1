package org.openimr.runtime.log;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class PlainLineEncoderTest {
  private final ListAppender<ILoggingEvent> events = new ListAppender<>();
  private final Logger log = new LoggerContext().getLogger("org.openimr.Example");

  PlainLineEncoderTest() {
    events.start();
    log.addAppender(events);
  }

  @Test
  void encodesTimeLevelThreadLoggerAndMessage() {
    log.warn("it {}", "waits");

    assertThat(line())
        .matches(
            "\\d{4}-\\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d,\\d{3} WARN  \\[.+] "
                + "org.openimr.Example - it waits\\R");
  }

  @Test
  void encodesFailureAsClassesWithoutMessages() {
    log.error("failed", new IllegalStateException("told", new IOException("quoted")));

    assertThat(line())
        .contains("failed: java.lang.IllegalStateException < java.io.IOException")
        .doesNotContain("told", "quoted", "\tat ");
  }

  private String line() {
    return new String(new PlainLineEncoder().encode(events.list.getFirst()), UTF_8);
  }
}

package org.openimr.ingest.source.directory;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class UnreadableFilesTest {
  private final Logger logger = (Logger) LoggerFactory.getLogger(UnreadableFiles.class);
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();
  private final UnreadableFiles files = new UnreadableFiles(new SimpleMeterRegistry());

  @BeforeEach
  void capture() {
    log.start();
    logger.addAppender(log);
  }

  @AfterEach
  void release() {
    logger.detachAppender(log);
  }

  @Test
  void logsSizeAndTimeInsteadOfTheName() {
    files.add(Path.of("jane-doe.pdf"), new FileFingerprint(1234, 0), "AccessDeniedException");
    files.add(Path.of("john-doe.pdf"), new IOException("john-doe.pdf"));

    assertThat(log.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .containsExactly(
            "can't ingest a file (1234 bytes, modified 1970-01-01T00:00:00Z):"
                + " AccessDeniedException",
            "can't ingest a file (size and time unknown): IOException");
  }
}

package org.openimr.runtime.bootstrap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class PeriodicTaskTest {
  private static final Duration INTERVAL = Duration.ofMillis(1);
  private static final Duration NEVER = Duration.ofDays(1);

  private final AtomicInteger runs = new AtomicInteger();
  private final ListAppender<ILoggingEvent> log = new ListAppender<>();

  @BeforeEach
  void captureLog() {
    log.start();
    ((Logger) LoggerFactory.getLogger(PeriodicTask.class)).addAppender(log);
  }

  @AfterEach
  void releaseLog() {
    ((Logger) LoggerFactory.getLogger(PeriodicTask.class)).detachAppender(log);
  }

  @Test
  void keepsRunningAfterErrorsAndExceptions() {
    List<Throwable> failures = List.of(new StackOverflowError(), new IOException("a letter"));

    runWithFailures(failures, 5);

    assertThat(messages())
        .containsExactly(
            "periodic task test failed and will run again: java.lang.StackOverflowError",
            "periodic task test failed and will run again: java.io.IOException");
  }

  @Test
  void logsRepeatedFailureOnce() {
    Throwable failure = new AssertionError();

    runWithFailures(List.of(failure, failure, failure), 5);

    assertThat(messages()).hasSize(1);
  }

  @Test
  void startsDelayedAfterOneInterval() {
    try (PeriodicTask task = new PeriodicTask("test", NEVER, runs::incrementAndGet);
        PeriodicTask soon = new PeriodicTask("soon", INTERVAL, runs::incrementAndGet)) {
      task.startDelayed();
      soon.startDelayed();
      await().until(() -> runs.get() >= 3);

      assertThat(task.isClosed()).isFalse();
    }
  }

  @Test
  void closingInterruptsRunWithoutReportingIt() throws InterruptedException {
    CountDownLatch running = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    PeriodicTask task =
        new PeriodicTask(
            "test",
            INTERVAL,
            () -> {
              running.countDown();
              try {
                new CountDownLatch(1).await();
              } finally {
                ended.countDown();
              }
            });
    task.start();
    running.await();

    task.close();

    ended.await();
    assertThat(task.isClosed()).isTrue();
    assertThat(messages()).isEmpty();
  }

  private void runWithFailures(List<Throwable> failures, int minRuns) {
    try (PeriodicTask task =
        new PeriodicTask(
            "test",
            INTERVAL,
            () -> {
              int run = runs.getAndIncrement();
              if (run < failures.size()) {
                fail(failures.get(run));
              }
            })) {
      task.start();
      await().until(() -> runs.get() >= minRuns);
    }
  }

  private static void fail(Throwable failure) throws Exception {
    switch (failure) {
      case Error error -> throw error;
      case Exception exception -> throw exception;
      default -> throw new IllegalArgumentException(failure);
    }
  }

  private List<String> messages() {
    return log.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
  }
}

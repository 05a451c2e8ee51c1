package org.openimr.cli.console;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.FileAppender;
import ch.qos.logback.core.OutputStreamAppender;
import java.nio.file.Path;
import java.util.logging.LogManager;
import org.openimr.runtime.log.LogConfiguration;
import org.openimr.runtime.log.PlainLineEncoder;
import org.slf4j.LoggerFactory;

/** Where services and Kafka log to, so that the terminal shows only results. */
public final class CliLogging {
  private CliLogging() {}

  /** Discards all logs until another method is called. Must be called before the first log line. */
  public static void disable() {
    System.setProperty("logback.configurationFile", "imr-logback.xml");
    // Jersey, used by Kafka Connect's REST API, logs with java.util.logging
    LogManager.getLogManager().reset();
  }

  /** Appends logs to a file. */
  public static void toFile(Path file) {
    FileAppender<ILoggingEvent> appender = new FileAppender<>();
    appender.setFile(file.toString());
    add(appender);
  }

  /** Writes logs to standard error. */
  public static void toStandardError() {
    ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
    appender.setTarget("System.err");
    add(appender);
  }

  private static void add(OutputStreamAppender<ILoggingEvent> appender) {
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    PlainLineEncoder encoder = new PlainLineEncoder();
    encoder.setContext(context);
    encoder.start();
    appender.setContext(context);
    appender.setEncoder(encoder);
    appender.start();
    LogConfiguration.attachWarnings(appender, context);
  }
}

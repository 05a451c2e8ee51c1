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

/** Where the logs of the services and of Kafka go, so that people see results only. */
public final class CliLogging {
  private CliLogging() {}

  /** Nowhere, until another method says so. To be called before anything logs. */
  public static void disable() {
    System.setProperty("logback.configurationFile", "imr-logback.xml");
    // Jersey, which Kafka Connect's REST API is made with, logs by the JDK's own
    LogManager.getLogManager().reset();
  }

  /** To a file, appending. */
  public static void toFile(Path file) {
    FileAppender<ILoggingEvent> appender = new FileAppender<>();
    appender.setFile(file.toString());
    add(appender);
  }

  /** To standard error. */
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

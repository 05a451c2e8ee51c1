package org.openimr.runtime.log;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.Encoder;
import java.util.List;
import org.openimr.schemas.settings.Setting;
import org.openimr.schemas.settings.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Configures the log of a service process. */
public final class LogConfiguration {
  /** The format of log lines. */
  public static final Setting FORMAT =
      Setting.of("log.format", "plain", "plain: human-readable; json: one object per line");

  /**
   * Loggers that print records, or messages that quote them; the sink service reports these
   * failures itself.
   */
  private static final List<String> LETTER_QUOTING_LOGGERS =
      List.of(
          "org.apache.kafka.connect.runtime.WorkerSinkTask",
          "org.apache.kafka.connect.runtime.WorkerTask",
          "org.apache.kafka.connect.runtime.errors.LogReporter",
          "io.debezium.connector.jdbc",
          "org.hibernate");

  /** Loggers that log retried calls as errors, hundreds of times while a topic is created. */
  private static final List<String> NOISY_LOGGERS =
      List.of("org.apache.kafka.clients.admin.internals.PartitionLeaderStrategy");

  private LogConfiguration() {}

  /**
   * Logs to standard output from now on. With the plain format, a Logback configuration that the
   * JVM was started with stays in effect.
   *
   * @param settings read with {@link #FORMAT}
   * @param service name in each JSON line
   * @throws IllegalArgumentException if the format is unknown
   */
  public static void apply(Settings settings, String service) {
    Encoder<ILoggingEvent> encoder = encoder(settings.text(FORMAT), service);
    if (encoder instanceof JsonLineEncoder
        || System.getProperty("logback.configurationFile") == null) {
      install((LoggerContext) LoggerFactory.getILoggerFactory(), encoder);
    }
  }

  static void install(LoggerContext context, Encoder<ILoggingEvent> encoder) {
    context.reset();
    encoder.setContext(context);
    encoder.start();
    ConsoleAppender<ILoggingEvent> out = new ConsoleAppender<>();
    out.setContext(context);
    out.setEncoder(encoder);
    out.start();
    attachWarnings(out, context);
    context.getLogger("org.openimr").setLevel(Level.INFO);
  }

  /** Logs warnings and errors, except of loggers that quote letters or report false errors. */
  public static void attachWarnings(Appender<ILoggingEvent> out, LoggerContext context) {
    context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.WARN);
    context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(out);
    LETTER_QUOTING_LOGGERS.forEach(name -> context.getLogger(name).setLevel(Level.OFF));
    NOISY_LOGGERS.forEach(name -> context.getLogger(name).setLevel(Level.OFF));
  }

  private static Encoder<ILoggingEvent> encoder(String format, String service) {
    return switch (format) {
      case "plain" -> new PlainLineEncoder();
      case "json" -> new JsonLineEncoder(service);
      default ->
          throw new IllegalArgumentException(FORMAT.key() + " must be " + FORMAT.description());
    };
  }
}

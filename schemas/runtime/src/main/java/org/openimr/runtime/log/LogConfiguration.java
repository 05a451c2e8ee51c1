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

/** Where the log of a service's process goes, and how it looks. */
public final class LogConfiguration {
  /** How it looks. */
  public static final Setting FORMAT =
      Setting.of("log.format", "plain", "plain: for people; json: an object a line, for machines");

  /**
   * They print records or messages that quote them; the sinks' watch says what failed and where.
   */
  private static final List<String> LETTER_QUOTING_LOGGERS =
      List.of(
          "org.apache.kafka.connect.runtime.WorkerSinkTask",
          "org.apache.kafka.connect.runtime.WorkerTask",
          "org.apache.kafka.connect.runtime.errors.LogReporter",
          "io.debezium.connector.jdbc",
          "org.hibernate");

  /** They call an error what is tried again, hundreds of times while a new topic comes up. */
  private static final List<String> NOISY_LOGGERS =
      List.of("org.apache.kafka.clients.admin.internals.PartitionLeaderStrategy");

  private LogConfiguration() {}

  /**
   * To standard output, from now on. A configuration of Logback's own that the JVM was started with
   * stays where JSON is not asked for.
   *
   * @param settings read with {@link #FORMAT}
   * @param service its name in each line of JSON
   * @throws IllegalArgumentException if the format is none
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

  /** Logs warnings and errors, but nothing of those who quote letters or cry wolf. */
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
          throw new IllegalArgumentException(FORMAT.key() + " is to be " + FORMAT.description());
    };
  }
}

package org.openimr.outages;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** What the services of this process log. */
final class Log extends AppenderBase<ILoggingEvent> implements AutoCloseable {
  private final Logger services;
  private Level before;
  private final List<String> lines = new CopyOnWriteArrayList<>();

  private Log(String logger) {
    services = (Logger) LoggerFactory.getLogger(logger);
  }

  static Log watch() {
    return watch("org.openimr");
  }

  /** Also what libraries log. */
  static Log ofEverything() {
    return watch(Logger.ROOT_LOGGER_NAME);
  }

  private static Log watch(String logger) {
    Log log = new Log(logger);
    log.before = log.services.getLevel();
    log.setContext(log.services.getLoggerContext());
    log.start();
    log.services.setLevel(Level.INFO);
    log.services.addAppender(log);
    return log;
  }

  /** Each with its level, {@code WARN ingest: broker is down: broker not reachable}. */
  List<String> lines() {
    return lines;
  }

  @Override
  protected void append(ILoggingEvent event) {
    lines.add(event.getLevel() + " " + event.getFormattedMessage());
    for (IThrowableProxy cause = event.getThrowableProxy();
        cause != null;
        cause = cause.getCause()) {
      lines.add(cause.getClassName() + ": " + cause.getMessage());
    }
  }

  @Override
  public void close() {
    services.detachAppender(this);
    services.setLevel(before);
    stop();
  }
}

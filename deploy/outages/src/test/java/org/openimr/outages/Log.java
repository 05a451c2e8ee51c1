package org.openimr.outages;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.LoggerFactory;

/** What the services of this process log. */
final class Log extends AppenderBase<ILoggingEvent> implements AutoCloseable {
  private final Logger services = (Logger) LoggerFactory.getLogger("org.openimr");
  private final List<String> lines = new CopyOnWriteArrayList<>();

  static Log watch() {
    Log log = new Log();
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
  }

  @Override
  public void close() {
    services.detachAppender(this);
    stop();
  }
}

package org.openimr.runtime.bootstrap;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import org.openimr.runtime.log.LogConfiguration;
import org.openimr.runtime.log.SafeFailureText;
import org.openimr.schemas.settings.EnvironmentLayer;
import org.openimr.schemas.settings.Setting;
import org.openimr.schemas.settings.Settings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Boots the process of a service: reads its settings, configures its log, starts it and closes it
 * at the end of the process.
 *
 * <p>Arguments are {@code [FILE] [--KEY=VALUE ...]}: an optional properties file and flags. Flags
 * override environment variables, which override the file, which overrides the defaults.
 */
public final class ServiceBootstrap {
  private static final Logger LOG = LoggerFactory.getLogger(ServiceBootstrap.class);
  private static final String FLAG = "--";

  private ServiceBootstrap() {}

  /** Starts a service. */
  @FunctionalInterface
  public interface ServiceStarter {
    /** Returns the running service. */
    AutoCloseable start(Settings settings) throws Exception;
  }

  /**
   * Runs a service until the process is asked to terminate; returns when the service is closed.
   *
   * @param service its name in the log, e.g. {@code ingest}
   * @param known all settings of the service, {@link LogConfiguration#FORMAT} among them
   * @param arguments of the process
   * @throws IllegalArgumentException if the settings can't be read or are invalid
   * @throws Exception if the service does not start
   */
  public static void run(
      String service, Collection<Setting> known, String[] arguments, ServiceStarter starter)
      throws Exception {
    Settings settings = settings(known, arguments, System.getenv());
    LogConfiguration.apply(settings, service);
    LOG.info("settings {}", settings);
    Set<String> ignored = EnvironmentLayer.of(known, System.getenv()).ignored();
    if (!ignored.isEmpty()) {
      LOG.info("ignored environment variables of other components: {}", ignored);
    }
    awaitTermination(starter.start(settings));
  }

  /**
   * Reads the settings of a service.
   *
   * @throws IllegalArgumentException naming the file that can't be read, the malformed argument, or
   *     the unknown or retired keys
   */
  static Settings settings(
      Collection<Setting> known, String[] arguments, Map<String, String> environment) {
    List<String> words = List.of(arguments);
    boolean hasFile = !words.isEmpty() && !words.getFirst().startsWith(FLAG);
    return Settings.of(
        known,
        hasFile ? file(Path.of(words.getFirst())) : Map.of(),
        EnvironmentLayer.of(known, environment).values(),
        flags(words.subList(hasFile ? 1 : 0, words.size())));
  }

  private static Map<String, String> file(Path file) {
    try {
      return Settings.readFile(file);
    } catch (IOException e) {
      throw new IllegalArgumentException("settings file " + file + " can't be read", e);
    }
  }

  private static Map<String, String> flags(List<String> words) {
    Map<String, String> layer = new TreeMap<>();
    for (String word : words) {
      int equals = word.indexOf('=');
      if (!word.startsWith(FLAG) || equals < 0) {
        // not printed: it may be a secret
        throw new IllegalArgumentException("arguments must be [FILE] [--KEY=VALUE ...]");
      }
      layer.put(word.substring(FLAG.length(), equals), word.substring(equals + 1));
    }
    return layer;
  }

  private static void awaitTermination(AutoCloseable service) throws InterruptedException {
    CountDownLatch stopped = new CountDownLatch(1);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  close(service);
                  stopped.countDown();
                },
                "stop"));
    stopped.await();
  }

  private static void close(AutoCloseable service) {
    try {
      service.close();
    } catch (Exception e) {
      LOG.warn("failed to close the service: {}", SafeFailureText.classChain(e));
    }
  }
}

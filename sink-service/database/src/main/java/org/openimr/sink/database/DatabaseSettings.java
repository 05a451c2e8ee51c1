package org.openimr.sink.database;

import java.util.List;
import java.util.Locale;
import org.openimr.schemas.settings.Setting;
import org.openimr.schemas.settings.Settings;

/** Settings of the database sink, {@code sinks.database.*}. */
public final class DatabaseSettings {
  /** JDBC URL of the database; the sink is off if it is empty. */
  public static final Setting URL =
      Setting.of(
          "sinks.database.url",
          "",
          "JDBC URL of a PostgreSQL database, jdbc:postgresql://HOST:PORT/DATABASE; empty turns the"
              + " database sink off");

  /** Database user of the sink. */
  public static final Setting USER =
      Setting.of(
          "sinks.database.user",
          "imr",
          "user that writes; must be allowed to create a schema, or own the schema imr");

  /** Password; connector configurations contain only a reference to it. */
  public static final Setting PASSWORD =
      new Setting(
          "sinks.database.password",
          "",
          "password of the user, the same for all workers; empty if the database requires none",
          true);

  /** Maximum number of parallel tasks. */
  public static final Setting TASKS =
      Setting.of("sinks.database.tasks", "2", "parallel tasks per table, from 1 to 12");

  /** Maximum number of rows per transaction. */
  public static final Setting BATCH_ROWS =
      Setting.of(
              "sinks.database.batch.rows", "1000", "maximum rows per transaction, from 1 to 10000")
          .replacing("sinks.database.batch");

  /** All settings of the database sink. */
  public static final List<Setting> ALL = List.of(URL, USER, PASSWORD, TASKS, BATCH_ROWS);

  private static final String SCHEME = "jdbc:postgresql:";

  private DatabaseSettings() {}

  static boolean isConfigured(Settings settings) {
    return !settings.text(URL).isBlank();
  }

  /**
   * Returns the JDBC URL.
   *
   * @throws IllegalArgumentException if it is not a PostgreSQL URL, or contains a password
   */
  static String url(Settings settings) {
    String url = settings.text(URL).strip();
    if (!url.startsWith(SCHEME)) {
      throw new IllegalArgumentException(URL.key() + " must be a " + URL.description());
    }
    if (url.toLowerCase(Locale.ROOT).contains("password=") || url.contains("@")) {
      throw new IllegalArgumentException(
          URL.key() + " must not contain a password; set " + PASSWORD.variable());
    }
    return url;
  }

  /**
   * Returns a number within bounds, both inclusive.
   *
   * @throws IllegalArgumentException if it is out of bounds
   */
  static long numberBetween(Settings settings, Setting setting, long min, long max) {
    long number = settings.number(setting);
    if (number < min || number > max) {
      throw new IllegalArgumentException(
          "%s must be between %d and %d: %s"
              .formatted(setting.key(), min, max, setting.description()));
    }
    return number;
  }
}

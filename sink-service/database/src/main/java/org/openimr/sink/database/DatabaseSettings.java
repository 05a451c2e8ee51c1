package org.openimr.sink.database;

import java.util.List;
import java.util.Locale;
import org.openimr.schemas.settings.Setting;
import org.openimr.schemas.settings.Settings;

/** Settings of the database, {@code sinks.database.*}. */
public final class DatabaseSettings {
  /** Where it is. */
  public static final Setting URL =
      Setting.of(
          "sinks.database.url",
          "",
          "address of a PostgreSQL database, jdbc:postgresql://HOST:PORT/DATABASE; none for no"
              + " database");

  /** Who writes. */
  public static final Setting USER =
      Setting.of(
          "sinks.database.user",
          "imr",
          "user who writes; may create a schema in the database, or owns the schema imr");

  /** In no connector's configuration: that names it only. */
  public static final Setting PASSWORD =
      new Setting(
          "sinks.database.password",
          "",
          "password of the user, the same for each worker; none if the database asks for none",
          true);

  /** How many write at once. */
  public static final Setting TASKS =
      Setting.of("sinks.database.tasks", "2", "tasks that write at once, 1 to 12, a table each");

  /** How much is written at once. */
  public static final Setting BATCH =
      Setting.of("sinks.database.batch", "1000", "rows written in one transaction, 1 to 10000");

  /** All of them. */
  public static final List<Setting> ALL = List.of(URL, USER, PASSWORD, TASKS, BATCH);

  private static final String SCHEME = "jdbc:postgresql:";

  private DatabaseSettings() {}

  static boolean isConfigured(Settings settings) {
    return !settings.text(URL).isBlank();
  }

  /**
   * The address.
   *
   * @throws IllegalArgumentException if it is none of PostgreSQL's, or holds a password
   */
  static String url(Settings settings) {
    String url = settings.text(URL).strip();
    if (!url.startsWith(SCHEME)) {
      throw new IllegalArgumentException(URL.key() + " is to be an " + URL.description());
    }
    if (url.toLowerCase(Locale.ROOT).contains("password=") || url.contains("@")) {
      throw new IllegalArgumentException(
          URL.key() + " is to hold no password; give it by " + PASSWORD.variable());
    }
    return url;
  }

  /** A number between two bounds. */
  static long bounded(Settings settings, Setting setting, long low, long high) {
    long number = settings.number(setting);
    if (number < low || number > high) {
      throw new IllegalArgumentException(
          "%s is to be %d to %d: %s".formatted(setting.key(), low, high, setting.description()));
    }
    return number;
  }
}

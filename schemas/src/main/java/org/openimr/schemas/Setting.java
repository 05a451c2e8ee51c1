package org.openimr.schemas;

import java.util.Locale;

/**
 * A setting that a service knows.
 *
 * @param key in dots and lower case, e.g. {@code ingest.http.port}
 * @param standard what holds if nobody says otherwise; empty where there is no default
 * @param meaning a sentence with unit and bounds
 * @param secret whether it is never to be printed
 */
public record Setting(String key, String standard, String meaning, boolean secret) {

  /** A setting that may be printed. */
  public static Setting of(String key, String standard, String meaning) {
    return new Setting(key, standard, meaning, false);
  }

  /** The environment variable of this setting, e.g. {@code IMR_INGEST_HTTP_PORT}. */
  public String variable() {
    return Settings.PREFIX + key.toUpperCase(Locale.ROOT).replace('.', '_');
  }
}

package org.openimr.local.up;

/**
 * Where the pipeline listens on the loopback interface; 0 for any free port.
 *
 * @param broker of Kafka
 * @param registry of schemas
 * @param http entrance for letters
 * @param monitor page to look at
 * @param worker Kafka Connect's REST API
 */
public record Ports(int broker, int registry, int http, int monitor, int worker) {
  /** Any that are free. */
  public static final Ports FREE = new Ports(0, 0, 0, 0, 0);

  /** Five in a row. */
  public static Ports from(int first) {
    return new Ports(first, first + 1, first + 2, first + 3, first + 4);
  }
}

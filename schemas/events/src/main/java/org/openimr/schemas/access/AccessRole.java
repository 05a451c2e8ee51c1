package org.openimr.schemas.access;

import java.util.Locale;
import java.util.Optional;

/** Who comes to the broker: a principal each. */
public enum AccessRole {
  SENDER("whoever sends letters by Kafka itself"),
  INGEST("the ingest service, HTTP entrance and folder included"),
  ENRICH("the enrich service"),
  SINKS("the Connect worker of the sink service and its connectors"),
  MONITOR("the monitor of the sink service, by monitor.kafka.*"),
  RECONCILE("reconciliation in the sink service, by reconcile.kafka.*"),
  FEED("whoever reads published events"),
  OPERATOR("people who look after letters: imr dlq, replay, reset, reconcile, tail"),
  DEPLOYER("the deploy step: imr topics, guidelines and acls");

  private final String description;

  AccessRole(String who) {
    this.description = who;
  }

  /** Who that is, for people. */
  public String description() {
    return description;
  }

  /** Its user where nobody says otherwise, e.g. {@code imr-ingest}. */
  public String user() {
    return "imr-" + name().toLowerCase(Locale.ROOT);
  }

  /** The role of a name as {@code ingest}, whatever its case. */
  public static Optional<AccessRole> byName(String name) {
    for (AccessRole role : values()) {
      if (role.name().equalsIgnoreCase(name)) {
        return Optional.of(role);
      }
    }
    return Optional.empty();
  }
}

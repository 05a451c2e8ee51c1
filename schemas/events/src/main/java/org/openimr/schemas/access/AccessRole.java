package org.openimr.schemas.access;

import java.util.Locale;
import java.util.Optional;

/** A role on the broker; each has its own principal. */
public enum AccessRole {
  SENDER("clients that send letters with Kafka directly"),
  INGEST("the ingest service, including its HTTP API and directory"),
  ENRICH("the enrich service"),
  SINKS("the Connect worker of the sink service and its connectors"),
  MONITOR("the monitor of the sink service, configured by monitor.kafka.*"),
  RECONCILE("reconciliation in the sink service, configured by reconcile.kafka.*"),
  FEED("consumers of published events"),
  OPERATOR("operators: imr dlq, replay, reset, reconcile, tail"),
  DEPLOYER("the deployment step: imr topics, guidelines and acls");

  private final String description;

  AccessRole(String description) {
    this.description = description;
  }

  /** Returns a description for help and documentation. */
  public String description() {
    return description;
  }

  /** Returns the default user name of the role, for example {@code imr-ingest}. */
  public String user() {
    return "imr-" + name().toLowerCase(Locale.ROOT);
  }

  /** Finds a role by name, for example {@code ingest}, ignoring case. */
  public static Optional<AccessRole> byName(String name) {
    for (AccessRole role : values()) {
      if (role.name().equalsIgnoreCase(name)) {
        return Optional.of(role);
      }
    }
    return Optional.empty();
  }
}

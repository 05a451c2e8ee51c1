package org.openimr.schemas.registry;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import org.apache.kafka.common.errors.InvalidConfigurationException;
import org.apache.kafka.common.errors.RetriableException;

/** Tells outages of the registry or the brokers from failures that a record itself causes. */
public final class Outages {
  private static final String CLIENT = "io.confluent.kafka.schemaregistry.client.";

  /** Error codes of Confluent's REST API: no such subject, version or schema. */
  private static final int NOT_FOUND = 404;

  private Outages() {}

  /**
   * Whether a failure to decode or encode a record is an outage, so that the same record may
   * succeed later: the registry or a broker was not reached, refused the client, or failed.
   *
   * <p>An {@link java.io.IOException} alone is not an outage: Avro throws it for malformed bytes.
   */
  public static boolean isOutage(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof RestClientException answer) {
        return !isUnknownSchema(answer);
      }
      // the client turns its other 4xx answers into this one
      if (cause instanceof InvalidConfigurationException
          || cause instanceof RetriableException
          || isFromRegistryClient(cause)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether an event can't be encoded now but may be later: in an outage, and while the registry
   * does not have its schema yet.
   */
  public static boolean isEncodingBlocked(Throwable failure) {
    return isOutage(failure) || isUnknownSchema(failure);
  }

  private static boolean isUnknownSchema(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof RestClientException answer) {
        return answer.getStatus() == NOT_FOUND && answer.getErrorCode() / 100 == NOT_FOUND;
      }
    }
    return false;
  }

  /** Failures of the network, of TLS or of a response that is not JSON. */
  private static boolean isFromRegistryClient(Throwable cause) {
    for (StackTraceElement frame : cause.getStackTrace()) {
      if (frame.getClassName().startsWith(CLIENT)) {
        return true;
      }
    }
    return false;
  }
}

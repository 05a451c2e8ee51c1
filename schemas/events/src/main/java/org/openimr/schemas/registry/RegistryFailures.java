package org.openimr.schemas.registry;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import org.apache.kafka.common.errors.InvalidConfigurationException;

/** Tells whether the registry is to blame for a failure, or the record. */
public final class RegistryFailures {
  private static final String CLIENT = "io.confluent.kafka.schemaregistry.client.";

  /** Error codes of Confluent's REST API: no such subject, version or schema. */
  private static final int NOT_FOUND = 404;

  private RegistryFailures() {}

  /**
   * Whether the registry gave no answer by which the record could be judged: it was not reached,
   * refused the caller, or failed. The same record may pass later.
   */
  public static boolean isOutage(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof RestClientException answer) {
        return !isUnknownSchema(answer);
      }
      // the client turns its other 4xx answers into this one
      if (cause instanceof InvalidConfigurationException || isOfClient(cause)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the registry says that it has no such schema. */
  public static boolean isUnknownSchema(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof RestClientException answer) {
        return answer.getStatus() == NOT_FOUND && answer.getErrorCode() / 100 == NOT_FOUND;
      }
    }
    return false;
  }

  /**
   * An exception of the network, of TLS or of an answer that is no JSON: made within the client.
   */
  private static boolean isOfClient(Throwable cause) {
    for (StackTraceElement frame : cause.getStackTrace()) {
      if (frame.getClassName().startsWith(CLIENT)) {
        return true;
      }
    }
    return false;
  }
}

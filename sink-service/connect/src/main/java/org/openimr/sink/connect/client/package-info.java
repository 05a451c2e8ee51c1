/** Client of the Kafka Connect REST API: status, deployment and skipping of records. */
package org.openimr.sink.connect.client;

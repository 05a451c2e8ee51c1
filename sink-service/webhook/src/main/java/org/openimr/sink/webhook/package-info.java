/** A Kafka Connect sink that sends events as signed webhooks. */
package org.openimr.sink.webhook;

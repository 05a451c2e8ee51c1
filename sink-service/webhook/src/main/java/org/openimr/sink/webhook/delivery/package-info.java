/** Delivers signed webhooks to one endpoint; independent of Kafka. */
package org.openimr.sink.webhook.delivery;

/** Gets one signed webhook to one endpoint, however long that takes; knows nothing of Kafka. */
package org.openimr.sink.webhook.delivery;

/** Decodes, filters and encodes events for an endpoint. */
package org.openimr.sink.webhook.event;

/** What an endpoint is told of a record: which events, in which form, with what left out. */
package org.openimr.sink.webhook.event;

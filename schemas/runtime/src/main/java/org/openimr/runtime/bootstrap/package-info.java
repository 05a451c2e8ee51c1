/**
 * What every service does the same way: run Kafka Streams through failures, say whether it works
 * and since when, count, serve HTTP, start and end.
 */
package org.openimr.runtime.bootstrap;

/** A Kafka Connect worker, made and watched from a few settings. */
package org.openimr.sink.connect;

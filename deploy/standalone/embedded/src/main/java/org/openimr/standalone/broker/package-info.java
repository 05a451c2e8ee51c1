/** A Kafka broker in this JVM or in a separate JVM. */
package org.openimr.standalone.broker;

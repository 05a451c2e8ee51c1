/** A Kafka broker in this JVM or in a JVM of its own. */
package org.openimr.standalone.broker;

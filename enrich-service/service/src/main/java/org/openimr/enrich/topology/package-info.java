/** The Kafka Streams topology that interprets letters and publishes their events. */
package org.openimr.enrich.topology;

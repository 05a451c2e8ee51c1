/**
 * Kafka Streams applications that survive failures: thread replacement, restore progress, commits
 * and rejected records.
 */
package org.openimr.runtime.streams;

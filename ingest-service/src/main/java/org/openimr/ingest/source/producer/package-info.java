/**
 * The producer that all letter sources share. A letter counts as ingested only when the broker has
 * confirmed it.
 */
package org.openimr.ingest.source.producer;

/**
 * Extracts the text of a letter within limits on size, pages, characters, memory and time.
 *
 * <p>PDFs are read in separate worker processes, so that a hostile document affects only itself.
 * Scripts in a PDF are not run and external references are not fetched. Independent of Kafka.
 */
package org.openimr.ingest.extract;

/**
 * The text of a letter from its bytes, behind limits on size, pages, characters, memory and time.
 *
 * <p>What a document does to its reader must cost that document alone, so PDFs are read in
 * processes of their own. Nothing of a PDF is run or fetched. Knows nothing of Kafka.
 */
package org.openimr.ingest.extract;

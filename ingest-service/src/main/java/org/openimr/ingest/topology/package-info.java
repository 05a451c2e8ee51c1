/** Raw letters in, letters with their text or dead letters out: the Streams side of ingest. */
package org.openimr.ingest.topology;

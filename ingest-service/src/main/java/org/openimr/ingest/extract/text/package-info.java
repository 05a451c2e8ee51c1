/** Detection of a letter's media type and decoding of plain text. */
package org.openimr.ingest.extract.text;

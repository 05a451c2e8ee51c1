/** The ingest service: accepts letters as PDF or plain text and publishes their text. */
package org.openimr.ingest;

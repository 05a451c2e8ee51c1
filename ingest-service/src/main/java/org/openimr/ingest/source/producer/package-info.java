/**
 * Ways for letters to come in: a folder and HTTP. Both hand over to one producer and call a letter
 * taken only when the broker has it.
 */
package org.openimr.ingest.source.producer;

/** Letter intake from a directory and its subdirectories. */
package org.openimr.ingest.source.directory;

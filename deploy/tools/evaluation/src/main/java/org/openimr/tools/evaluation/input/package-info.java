/** Reads letters and labels from disk and parses the letters without Kafka. */
package org.openimr.tools.evaluation.input;

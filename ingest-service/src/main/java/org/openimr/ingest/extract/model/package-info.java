/** The result of an extraction and the limits that it must respect. */
package org.openimr.ingest.extract.model;

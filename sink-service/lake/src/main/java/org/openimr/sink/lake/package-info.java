/** The lake sink: events as Iceberg tables. */
package org.openimr.sink.lake;

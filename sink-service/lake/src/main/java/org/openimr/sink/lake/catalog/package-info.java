/** The Iceberg catalog of the lake: settings, tables, columns, views and local files. */
package org.openimr.sink.lake.catalog;

/** Events as Iceberg tables. */
package org.openimr.sink.lake;
